/** The query of an address. */
export type Params = Pick<URLSearchParams, 'get' | 'toString'>;

/** The address with some choices changed; an empty one is taken out. */
export function addressWith(params: Params, choices: Record<string, string>): string {
  const next = new URLSearchParams(params.toString());
  for (const [name, value] of Object.entries(choices)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return `?${next.toString()}`;
}
