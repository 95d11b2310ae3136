/**
 * Digests of the page's inline script (`web/src/prefetch.ts`): first of the one there is, then of those before that people's
 * pages may still have. While a release is deployed, pages and headers of both are about; so whoever changes the script
 * puts its new digest first and leaves the one before, which goes at the next change. A test tells when one is missing.
 */
export const inlineScripts: readonly string[] = [
  "'sha256-sXoa9z0uec3iWTqNmT5C89oBTaenF/riTjfqy2Q6Vyk='",
  "'sha256-Ew/i/5mmyWq/0WHwtYEFXN0uFmB6CiOED1IRk0Zy27A='",
];
