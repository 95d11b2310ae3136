import type { CountryPack } from '../domain/countryPack.ts';
import { packFor } from '../packs/index.ts';
import { accountWrite, Accounts } from '../store/accounts.ts';
import { changeFacility } from '../store/changeFacility.ts';
import { changeReport } from '../store/changeReport.ts';
import { Database } from '../store/database.ts';
import { Facilities } from '../store/facilities.ts';
import { MonthlyReports } from '../store/monthlyReports.ts';
import { progressLine } from './progressLine.ts';
import { sampleOf } from './sample.ts';
import { dayOf, decideFacility, decideReport, isAboutReport, type Story } from './story.ts';

/** Stories that are written at the same time: enough to keep a small machine busy. */
const atOnce = 32;

/**
 * Writes the sample through the commands that people use. Doing it again changes nothing, and finishes what an
 * interrupted load left. `onProgress` hears the share that is done, from 0 to 1.
 */
export async function loadSample(
  database: Database,
  pack: CountryPack,
  onProgress: (share: number) => void = () => undefined,
): Promise<void> {
  const { stories, accounts } = sampleOf(pack);
  const lastAccount = accounts.at(-1);
  if (lastAccount && (await new Accounts(database).find(lastAccount.accountId))) return;
  let done = 0;
  const waiting = stories.values();
  const work = async () => {
    for (const story of waiting) {
      await tell(database, pack, story);
      onProgress((done += 1) / stories.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  // The accounts come last, in one transaction: where they are, the sample is complete.
  await database.transact(accounts.map(accountWrite));
}

/** Does one facility's commands in order; those that were done before are left out. */
async function tell(database: Database, pack: CountryPack, { facilityId, events }: Story): Promise<void> {
  const reached = await versionsOf(database, facilityId);
  const versions = new Map<string, number>();
  for (const event of events) {
    const record = isAboutReport(event) ? event.month : 'facility';
    const basedOn = versions.get(record) ?? 0;
    versions.set(record, basedOn + 1);
    if (basedOn < (reached.get(record) ?? 0)) continue;
    const { at, by, action, ...content } = event;
    const idempotencyKey = `sample-${record}-v${basedOn + 1}`;
    const command = { facilityId, at, by, action, content, basedOn, idempotencyKey };
    await (isAboutReport(event)
      ? changeReport(
          database,
          pack,
          { ...command, month: event.month, today: dayOf(event) },
          { authorise: anyone, decide: (on) => decideReport(event, on) },
        )
      : changeFacility(database, pack, facilityId, command, {
          authorise: anyone,
          decide: (before) => decideFacility(event, before, pack),
        }));
  }
}

/** Whoever loads the sample answers for it; the rules of the domain hold all the same. */
const anyone = () => undefined;

/** The version each record of a facility has reached: `facility` itself, and its reports by month. */
async function versionsOf(database: Database, facilityId: string): Promise<Map<string, number>> {
  const facility = await new Facilities(database).find(facilityId);
  if (!facility) return new Map();
  const reports = await new MonthlyReports(database).ofFacility(facilityId);
  return new Map([
    ['facility', facility.version],
    ...reports.map(({ month, version }): [string, number] => [month, version]),
  ]);
}

if (import.meta.main) {
  const pack = packFor(process.env['COUNTRY'] ?? '');
  await loadSample(new Database(process.env), pack, progressLine(process.stdout));
}
