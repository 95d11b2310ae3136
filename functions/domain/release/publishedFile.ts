/** A file that everybody may read without signing in, as it is served. */
export interface PublishedFile {
  /** Its path on the product's origin, without the slash before. */
  path: string;
  type: string;
  text: string;
}
