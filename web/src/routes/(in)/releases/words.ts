import { m } from 'virtual:messages';
import type { ToldRelease } from '#functions/domain/release/release.ts';
import { capital, monthName } from '#lib/i18n/format.ts';

/** What a release states before all else, within a sentence. */
export function stated({ facilitiesLive = 0, teleconsultations = 0 }: ToldRelease['figures']): string {
  const live = m.liveNow({ n: facilitiesLive });
  return teleconsultations > 0
    ? m.releaseStates({ live, given: m.givenNow({ n: teleconsultations }) })
    : live;
}

/** A release as lists name it; the first version of a month needs no number. */
export function releaseName({ month, version }: Pick<ToldRelease, 'month' | 'version'>): string {
  const name = capital(monthName(month));
  return version > 1 ? m.releaseVersion({ month: name, version: String(version) }) : name;
}
