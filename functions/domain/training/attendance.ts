import { attendanceCounts, staffRoles, type AttendanceCount } from './bounds.ts';
import type { Staff, TrainingLine } from './trainingSession.ts';

/** How many came, and how many of them are new to what they learnt. */
export type Attended = Record<AttendanceCount, number>;

/** Those of one facility, over all staff roles. */
export function attendedBy(staff: Staff): Attended {
  const sum = (count: AttendanceCount) =>
    staffRoles.reduce((total, role) => total + (staff[role]?.[count] ?? 0), 0);
  return {
    attending: sum('attending'),
    newToSolution: sum('newToSolution'),
    newToEquipment: sum('newToEquipment'),
  };
}

/** Those of several facilities together. */
export function attendedInAll(lines: readonly Pick<TrainingLine, 'staff'>[]): Attended {
  const total: Attended = { attending: 0, newToSolution: 0, newToEquipment: 0 };
  for (const { staff } of lines) {
    const own = attendedBy(staff);
    for (const count of attendanceCounts) total[count] += own[count];
  }
  return total;
}
