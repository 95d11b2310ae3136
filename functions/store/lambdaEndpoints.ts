/**
 * Stands in for the bounded cache of the endpoints that the SDK may discover when functions are bundled: a function calls the one
 * of its table's region, and a library for caches would be 2 KB of each bundle.
 */
export default class LambdaEndpoints<Value> extends Map<string, Value> {
  /** However many the SDK would keep: they are one. */
  constructor() {
    super();
  }

  peek(key: string): Value | undefined {
    return this.get(key);
  }
}
