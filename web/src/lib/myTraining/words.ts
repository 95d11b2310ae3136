import { m } from 'virtual:messages';
import { attendedBy } from '#functions/domain/training/attendance.ts';
import type { Staff } from '#functions/domain/training/trainingSession.ts';
import type { Problem } from '#lib/api/errors.ts';

/** How many came, or that nobody did. */
export function cameWords(staff: Staff): string {
  const { attending, newToEquipment } = attendedBy(staff);
  if (attending === 0) return m.nobodyOfOurs();
  const came = m.peopleCame({ n: attending });
  return newToEquipment > 0 ? `${came}, ${m.ofThemNew({ n: newToEquipment })}` : came;
}

/** Why the server did not take what was told of training. */
export function refusedTraining(code: Problem['code']): string {
  if (code === 'stale') return m.refusedTrainingStale();
  if (code === 'dateNotAllowed') return m.trainingDayFault();
  if (code === 'notFound' || code === 'forbidden') return m.refusedTrainingGone();
  return code === 'wrongState' ? m.trainingIsCalledOff() : m.refusedForm();
}
