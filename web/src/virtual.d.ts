declare module 'virtual:messages' {
  import type { en } from '../messages/en.ts';

  type NamesIn<T> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
  type NamesOf<T> = T extends string ? NamesIn<T> : NamesIn<T[keyof T]> | 'n';
  type Message<T> = [NamesOf<T>] extends [never]
    ? () => string
    : (values: { [Name in NamesOf<T>]: Name extends 'n' ? number : string | number }) => string;

  /** Every text on the screen, by key, in the reader's language. */
  export const m: { [Key in keyof typeof en]: Message<(typeof en)[Key]> };
}

declare module 'virtual:routes' {
  /** Every route of the contract by its name, such as `reports.submit`. */
  export const routes: Record<string, { method: string; path: string } | undefined>;
}
