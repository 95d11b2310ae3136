/** The first rows of a list, and where the further ones begin. */
export interface Pages<Row> {
  rows: Row[];
  next?: string;
}

/** How many pages of a list the address asks for at once, as when someone comes back to a long list. */
export function pagesIn(params: { get: (name: string) => string | null }): number {
  return Math.min(40, Math.max(1, Math.floor(Number(params.get('pages'))) || 1));
}

type Ask<Row> = (page: string | undefined) => Promise<Pages<Row>>;

/** So many pages of a list, one after the other, from where an earlier one ended; fewer where those have enough rows. */
export async function pagesOf<Row>(
  ask: Ask<Row>,
  pages: number,
  { from, enough = Infinity }: { from?: string; enough?: number } = {},
): Promise<Pages<Row>> {
  const { rows, next } = await ask(from);
  if (pages <= 1 || !next || rows.length >= enough) return { rows, next };
  const rest = await pagesOf(ask, pages - 1, { from: next, enough: enough - rows.length });
  return { rows: [...rows, ...rest.rows], next: rest.next };
}

/** What one looks for goes on behind pages on which it is not: so many of them are no reason to ask whether to go on. */
const mostWithout = 40;

/** The next page that has rows, if there is one. */
export async function pageWithRows<Row>(
  ask: Ask<Row>,
  page: string | undefined,
  most = mostWithout,
): Promise<Pages<Row>> {
  const found = await ask(page);
  return found.rows.length > 0 || !found.next || most <= 1 ? found : pageWithRows(ask, found.next, most - 1);
}
