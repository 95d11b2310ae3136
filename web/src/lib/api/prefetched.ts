declare global {
  /** Answers that were asked for before the app was there, by URL. */
  var prefetched: Map<string, Promise<Response>> | undefined;
}

/** Reads a URL, or takes the answer that is already on its way; each is taken once. */
export function prefetchedOrFetched(url: string, init?: RequestInit): Promise<Response> {
  const early = globalThis.prefetched?.get(url);
  globalThis.prefetched?.delete(url);
  return early ?? fetch(url, init);
}
