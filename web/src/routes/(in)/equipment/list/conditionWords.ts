import { m } from 'virtual:messages';
import { repairDays } from '#functions/domain/equipment/concern.ts';
import type { Condition } from './filter.ts';

/** Each condition that units may be looked for by, as lists and choices name it. */
export const conditionWords: Record<Condition, () => string> = {
  faulty: m.isFaulty,
  missing: m.onlyMissing,
  longFaulty: () => m.onlyLongFaulty({ days: repairDays }),
  stuck: m.onlyStuck,
  silent: m.onlySilent,
};
