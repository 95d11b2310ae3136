import type { Month } from '../domain/calendar.ts';
import type { FacilityProfile } from '../domain/facility/facilityProfile.ts';
import type { Figures } from '../domain/report/indicator.ts';
import { Random } from './random.ts';

/** What a head typed wrongly at first, and what was then said about it. */
export interface Mistake {
  field: string;
  reason: string;
  /** The figure as it was typed, from the right one; it never breaks a rule. */
  typed: (right: number) => number;
}

/** Seen by the reviewer, who sends the report back. */
const seen = [
  {
    field: 'consultationsDoctorToPatient',
    reason: 'It looks as if training calls were counted. Please count only calls with patients.',
    typed: (right) => right + 9,
  },
  {
    field: 'requestsFailed',
    reason: 'Cancelled requests are not failed ones. Please leave them out.',
    typed: (right) => right + 6,
  },
  {
    field: 'staffUsingTelemedicine',
    reason: 'This is more people than ever before. Please count each person once.',
    typed: (right) => 5 * right + 4,
  },
  {
    field: 'remotePrescriptions',
    reason: 'Far more than last month. Is there a zero too many?',
    typed: (right) => 10 * (right + 1),
  },
] as const satisfies Mistake[];

/** Noticed by the head after the approval, who corrects the report. */
const noticed = [
  {
    field: 'remotePrescriptions',
    reason: 'Two prescriptions had been counted twice.',
    typed: (right) => right + 2,
  },
  {
    field: 'daysWithoutInternet',
    reason: 'The internet was out for fewer days than we first wrote.',
    typed: (right) => right + 2,
  },
  {
    field: 'requestsFailed',
    reason: 'One failed request belonged to the month before.',
    typed: (right) => right + 1,
  },
  {
    field: 'consultationsDoctorToDoctor',
    reason: 'One consultation was asked for by another clinic, and it counts there.',
    typed: (right) => right + 1,
  },
] as const satisfies Mistake[];

/** What decides about a month's report and its mistake, which is drawn first. */
export const reportRandom = ({ facilityId }: FacilityProfile, month: Month): Random =>
  new Random(facilityId, month, 'events');

/** A mistake of the kind that is sent back, or of the kind that is corrected later. */
export function mistakeOf(kind: 'seen' | 'noticed', random: Random): Mistake {
  return kind === 'seen' ? random.pick<Mistake>(seen) : random.pick<Mistake>(noticed);
}

/** The figures with the mistake in them. */
export function mistyped(figures: Figures, { field, typed }: Mistake): Figures {
  return { ...figures, [field]: typed(figures[field] ?? 0) };
}

const everyday = [
  'Our second doctor was on leave for half of the month.',
  'A mobile team visited the villages twice.',
  'New staff took part for the first time.',
  'The specialist in the region answers within a day now.',
] as const;

/** Sometimes a head has something to say about the month. */
export function noteOn(figures: Figures, random: Random): string | undefined {
  if ((figures['daysWithoutPower'] ?? 0) > 9 && random.chance(0.2))
    return 'The generator kept one room going, the rest stood dark.';
  if ((figures['daysWithoutInternet'] ?? 0) > 5 && random.chance(0.3))
    return 'We called by mobile telephone when the line was down.';
  return random.chance(0.03) ? random.pick(everyday) : undefined;
}
