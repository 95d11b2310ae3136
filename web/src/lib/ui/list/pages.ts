/** The first rows of a list, and where the further ones begin. */
export interface Pages<Row> {
  rows: Row[];
  next?: string;
}

/** How many pages of a list the address asks for at once, as when someone comes back to a long list. */
export function pagesIn(params: { get: (name: string) => string | null }): number {
  return Math.min(40, Math.max(1, Math.floor(Number(params.get('pages'))) || 1));
}

/** So many pages of a list, one after the other, from where an earlier one ended. */
export async function pagesOf<Row>(
  ask: (page: string | undefined) => Promise<Pages<Row>>,
  pages: number,
  from?: string,
): Promise<Pages<Row>> {
  const { rows, next } = await ask(from);
  if (pages <= 1 || !next) return { rows, next };
  const rest = await pagesOf(ask, pages - 1, next);
  return { rows: [...rows, ...rest.rows], next: rest.next };
}
