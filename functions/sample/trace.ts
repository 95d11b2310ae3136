import type { CountryPack } from '../domain/countryPack.ts';
import { makeLink } from '../domain/trace/trace.ts';
import type { Database } from '../store/database.ts';
import { changeTrace } from '../store/trace/changeTrace.ts';
import { drawn } from '../store/trace/signing.ts';
import { manager } from './people.ts';
import { sampleToday } from './publishedFigures.ts';
import type { Sample } from './sample.ts';

/** The donation whose boxes have labels. */
const labelled = 'westmark-2022';

/** Makes the link of a donation of the sample, if it has that donation; doing it again changes nothing. */
export async function traceInSample(
  database: Database,
  pack: CountryPack,
  { gifts }: Pick<Sample, 'gifts'>,
): Promise<void> {
  if (!gifts.some(({ pledge }) => pledge.donationId === labelled)) return;
  const command = {
    action: 'makeTrace' as const,
    content: {},
    by: manager,
    at: `${sampleToday}T08:00:00Z`,
    basedOn: 0,
    idempotencyKey: 'sample-trace-link',
  };
  await changeTrace(database, pack, labelled, command, {
    authorise: () => undefined,
    decide: (trace) => makeLink(trace, labelled, { ...drawn(), made: { on: sampleToday, by: manager } }),
  });
}
