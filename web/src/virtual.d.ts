declare module 'virtual:messages' {
  /** Every text on the screen, by key, in the reader's language. */
  export const m: import('../messages/en.ts').Messages;
}

declare module 'virtual:client' {
  type Client = import('@orpc/contract').ContractRouterClient<
    typeof import('../../functions/contract.ts').contract
  >;

  /** Makes a request; `isOpen` where nobody has to be signed in. */
  type Call = (method: string, path: string, input: unknown, isOpen: boolean) => Promise<unknown>;
  /** The API as the contract types it, over a function that makes the requests. */
  export function clientOf(call: Call): Client;
}
