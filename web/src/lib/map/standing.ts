import { m } from 'virtual:messages';
import type { FacilityPoints } from '#functions/domain/facility/facilityPoints.ts';
import type { Stage } from '#functions/domain/facility/facility.ts';
import type { Confirmation } from '#functions/domain/facility/confirmed.ts';
import { number } from '#lib/i18n/format.ts';
import { stageWords } from '#lib/record/stageWords.ts';

/** Where a facility stands, as its point on a map shows it: its reporting state where it is live, or else its stage. */
export type Standing = Exclude<Stage, 'live'> | Confirmation;

/** In the order in which they are told. */
export const standings = [
  'confirmed',
  'stale',
  'neverReported',
  'trained',
  'equipped',
  'connected',
  'planned',
  'suspended',
] as const satisfies Standing[];

export const standingOf = ({
  stage,
  confirmation,
}: Pick<FacilityPoints, 'stage' | 'confirmation'>): Standing =>
  stage === 'live' ? (confirmation ?? 'neverReported') : stage;

const liveWords: Record<Confirmation, () => string> = {
  confirmed: m.standingConfirmed,
  stale: m.standingStale,
  neverReported: m.standingNeverReported,
};

/** What the point of a facility says. */
export function standingWords(standing: Standing): string {
  return { ...stageWords, ...liveWords }[standing]();
}

/** How many facilities stand where, as within a sentence. */
export function countedWords(counts: Partial<Record<Standing, number>>): string {
  return standings
    .flatMap((standing) => {
      const count = counts[standing];
      return count ? [`${standingWords(standing)} ${number(count)}`] : [];
    })
    .join(', ');
}
