import type { Month } from '../domain/calendar.ts';
import type { FacilityProfile } from '../domain/facility/facilityProfile.ts';
import type { Figures } from '../domain/report/indicator.ts';

/** From this month on some facilities do not use what they have, and their heads say why. */
const since: Month = '2024-09';

const reasons: Record<string, string> = {
  'Kryvyi Rih maternity hospital': 'Nobody has been taught to work with the monitor yet.',
  'Obolon maternity hospital': 'The tablet of the monitor was lost when the ward moved to another floor.',
  'Baryshivka rural clinic': 'No one in our villages expects a child this autumn.',
  'Kompaniivka rural clinic': 'The operator left in August, and nobody else is trained.',
  'Kremenets district hospital': 'Expectant mothers go to Ternopil for their checks.',
  'Poltava district clinic': 'The hall in which the platform stands is being repaired.',
  'Novoselytsia district clinic': 'The platform asks for a password that nobody here knows.',
};

const shownBy = ['pregnancyMonitoringSessions', 'selfExaminations'];

/** Why a facility did not use its equipment in a month, as its head puts it; undefined where it did, or nobody says. */
export function whyIdle(
  { names }: Pick<FacilityProfile, 'names'>,
  month: Month,
  figures: Figures,
): string | undefined {
  const isIdle = month >= since && shownBy.every((code) => !figures[code]);
  return isIdle ? reasons[names.en ?? ''] : undefined;
}
