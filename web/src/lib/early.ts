declare global {
  /** Answers that were asked for before the app was there, by URL. */
  var earlyAnswers: Map<string, Promise<Response>> | undefined;
}

/** Reads a URL, or takes the answer that is already on its way; each is taken once. */
export function earlyOrFetched(url: string, init?: RequestInit): Promise<Response> {
  const early = globalThis.earlyAnswers?.get(url);
  globalThis.earlyAnswers?.delete(url);
  return early ?? fetch(url, init);
}
