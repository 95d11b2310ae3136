declare module 'virtual:messages' {
  /** Every text on the screen, by key, in the reader's language. */
  export const m: import('../messages/en.ts').Messages;
}

declare module 'virtual:client' {
  type Client = import('@orpc/contract').ContractRouterClient<
    typeof import('../../functions/contract.ts').contract
  >;

  /** The API as the contract types it, over a function that makes the request. */
  export function clientOf(call: (method: string, path: string, input: unknown) => Promise<unknown>): Client;
}
