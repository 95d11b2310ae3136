declare global {
  namespace App {
    interface PageData {
      /** Stands in the header instead of the product's name. */
      title?: string;
      /** Where the header's arrow leads back to. */
      back?: string;
    }
  }
}

export {};
