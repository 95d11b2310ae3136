import type { Failure } from '#lib/api/errors.ts';

declare global {
  namespace App {
    interface Error {
      /** What the error page says. */
      failure?: Failure;
    }
    interface PageData {
      /** Stands in the header instead of the product's name. */
      title?: string;
      /** Where the header's arrow leads back to. */
      back?: string;
    }
  }
}
