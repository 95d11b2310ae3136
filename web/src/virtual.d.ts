declare module 'virtual:messages' {
  /** Every text on the screen, by key, in the reader's language. */
  export const m: import('../messages/en.ts').Messages;
}

declare module 'virtual:routes' {
  /** Every route of the contract by its name, such as `reports.submit`. */
  export const routes: Record<string, { method: string; path: string } | undefined>;
}
