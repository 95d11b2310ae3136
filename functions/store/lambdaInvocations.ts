/**
 * Stands in for the store of what invocations at the same time each have to themselves, when functions are bundled: ours are
 * called one at a time, and find what they are traced by in their environment.
 */
export const InvokeStore = {
  /** There is none. */
  getInstanceAsync: (): Promise<undefined> => Promise.resolve(undefined),
};
