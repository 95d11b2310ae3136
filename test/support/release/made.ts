import type { Api } from '../api.ts';
import { command, manager } from '../country.ts';
import type { Loose } from '../stack.ts';

/** Makes a release of a month, a further one if there is one already, and gives its id. */
export async function releaseMade({ ask }: Pick<Api, 'ask'>, month = '2024-11'): Promise<string> {
  const { body: list }: Loose = await ask(manager, 'GET', '/releases');
  const [newest] = list.releases.filter((one: Loose) => one.month === month);
  const order = { month, ...(newest && { reason: 'Something has changed' }) };
  const { status, body }: Loose = await ask(
    manager,
    'POST',
    '/releases',
    command(newest?.version ?? 0, order),
  );
  if (status !== 200) throw new Error(`No release is made: ${body.code}.`);
  return body.releaseId;
}
