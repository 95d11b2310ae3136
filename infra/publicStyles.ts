/**
 * Digests of the style of public pages (`functions/publication/style.ts`): of the one there is, then of the one before that
 * pages have until they are published anew. Whoever changes the style puts its new digest first and leaves the one before,
 * which goes at the next change. A test tells when one is missing.
 */
export const publicStyles: readonly string[] = [
  "'sha256-kkT7E1QMdp9B3Uifwa91pOcii+/l2NZm4uzrIL3DwHc='",
  "'sha256-Z26TSvTtYRHrTfD059kPiJ4v5HWtV4lpB8bRRcMyUiQ='",
];
