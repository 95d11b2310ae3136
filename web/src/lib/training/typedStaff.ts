import { attendedBy } from '#functions/domain/training/attendance.ts';
import {
  attendanceCounts,
  mostAttending,
  staffRoles,
  type AttendanceCount,
  type StaffRole,
} from '#functions/domain/training/bounds.ts';
import type { Staff } from '#functions/domain/training/trainingSession.ts';

/** Those who came from one facility, as they are typed; empty for none. */
export type TypedStaff = Record<StaffRole, Record<AttendanceCount, string>>;

/** Whether somebody had been trained elsewhere before; empty as long as nobody has said so. */
export type TrainedBefore = 'yes' | 'no' | '';

/** What is wrong with what is typed of those who came. */
export type StaffFault = 'nobody' | 'notWhole' | 'moreNew' | 'moreNewToEquipment';

const typedOf = (count: number | undefined): string => (count ? String(count) : '');

/** Those who came, to be typed on. */
export function typedStaff(staff: Staff = {}): TypedStaff {
  const typed = (role: StaffRole): Record<AttendanceCount, string> => ({
    attending: typedOf(staff[role]?.attending),
    newToSolution: typedOf(staff[role]?.newToSolution),
    newToEquipment: typedOf(staff[role]?.newToEquipment),
  });
  return {
    doctor: typed('doctor'),
    nurse: typed('nurse'),
    paramedic: typed('paramedic'),
    other: typed('other'),
  };
}

/** As the API takes it; roles of which nobody came are left out. */
export function staffOf(typed: TypedStaff): Staff {
  return Object.fromEntries(
    staffRoles.flatMap((role) => {
      const [attending, newToSolution, newToEquipment] = attendanceCounts.map((count) =>
        Number(typed[role][count].trim()),
      );
      return attending ? [[role, { attending, newToSolution, newToEquipment }]] : [];
    }),
  );
}

/** What has to be mended first, and of which role. */
export function staffFault(typed: TypedStaff): { fault: StaffFault; role?: StaffRole } | undefined {
  for (const role of staffRoles) {
    const texts = attendanceCounts.map((count) => typed[role][count].trim());
    if (texts.some((text) => !/^\d{0,3}$/.test(text) || Number(text) > mostAttending))
      return { fault: 'notWhole', role };
    const [attending = 0, newToSolution = 0, newToEquipment = 0] = texts.map(Number);
    if (newToSolution > attending) return { fault: 'moreNew', role };
    if (newToEquipment > newToSolution) return { fault: 'moreNewToEquipment', role };
  }
  return attendedBy(staffOf(typed)).attending === 0 ? { fault: 'nobody' } : undefined;
}

/** Whether what is said of earlier training and who is new can both be true; an answer is needed only where somebody is new. */
export function agrees(before: TrainedBefore, staff: Staff[]): boolean {
  const all = staff.map(attendedBy);
  const isNew = all.some(({ newToEquipment }) => newToEquipment > 0);
  const areAllNew = all.every(({ attending, newToEquipment }) => attending === newToEquipment);
  if (before === 'yes') return !areAllNew;
  return before === 'no' || !isNew;
}

/** What was said of earlier training, as far as the counts tell. */
export function trainedBefore(staff: Staff[]): TrainedBefore {
  const all = staff.map(attendedBy);
  if (all.length === 0) return '';
  return all.every(({ attending, newToEquipment }) => attending === newToEquipment) ? 'no' : 'yes';
}
