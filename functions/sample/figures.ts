import { daysIn, type Month } from '../domain/calendar.ts';
import type { FacilityProfile } from '../domain/facility/facilityProfile.ts';
import { coveredSolution } from '../domain/report/cover.ts';
import type { Figures } from '../domain/report/indicator.ts';
import { exposed } from './profiles.ts';
import { Random } from './random.ts';

/** Of a type's figures: the share of doctor to doctor, what it measures and describes in a month, how many people take part. */
interface Habits {
  betweenDoctors: number;
  telemetry: number;
  studies: number;
  staff: number;
}

const habits: Record<string, Habits> = {
  regionalHospital: { betweenDoctors: 0.85, telemetry: 9, studies: 8, staff: 12 },
  districtHospital: { betweenDoctors: 0.8, telemetry: 5, studies: 3, staff: 6 },
  maternityHospital: { betweenDoctors: 0.75, telemetry: 8, studies: 0.4, staff: 5 },
  districtClinic: { betweenDoctors: 0.6, telemetry: 4, studies: 1.5, staff: 4 },
  primaryCareCentre: { betweenDoctors: 0.5, telemetry: 4, studies: 0, staff: 3 },
  emergencyStation: { betweenDoctors: 0.95, telemetry: 6, studies: 0, staff: 4 },
  ruralClinic: { betweenDoctors: 0.6, telemetry: 2, studies: 0, staff: 1 },
};

/** Days without power of an average facility: the attacks on the grid in two winters and the summer between. */
const outages: Record<Month, number> = {
  '2022-12': 11,
  '2023-01': 9,
  '2023-02': 5,
  '2023-03': 2,
  '2023-04': 0.7,
  '2023-11': 0.6,
  '2023-12': 0.9,
  '2024-01': 1,
  '2024-02': 0.6,
  '2024-03': 1.6,
  '2024-04': 2.5,
  '2024-05': 6,
  '2024-06': 9,
  '2024-07': 10,
  '2024-08': 5.5,
  '2024-09': 3,
  '2024-10': 2,
  '2024-11': 5,
};
const quiet = 0.3;

/** A complete month of a facility that had so many consultations and is asked for these figures. */
export function figuresOf(
  profile: FacilityProfile,
  month: Month,
  { consultations, asked }: { consultations: number; asked: string[] },
): Figures {
  const random = new Random(profile.facilityId, month, 'figures');
  const { betweenDoctors, telemetry, studies, staff } = habits[profile.type] ?? none;
  const toDoctors = random.part(consultations, betweenDoctors);
  const resolved = random.part(consultations, 0.62);
  const telemetrySessions = measures(profile) ? random.count(telemetry * growthUpTo(month)) : 0;
  const teleradiologyStudies = random.count(studies * growthUpTo(month));
  const uses = consultations + telemetrySessions + teleradiologyStudies;
  const { daysWithoutPower, daysWithoutInternet } = circumstances(profile, month, random);
  const figures: Figures = {
    consultationsDoctorToDoctor: toDoctors,
    consultationsDoctorToPatient: consultations - toDoctors,
    requestsFailed: random.count(0.08 * consultations + 0.03 * daysWithoutInternet),
    resolvedWithoutReferral: resolved,
    transfersAvoided: random.part(resolved, 0.4),
    remotePrescriptions: random.count(0.5 * consultations),
    telemetrySessions,
    pregnancyMonitoringSessions: random.part(telemetrySessions, pregnancies(profile)),
    teleradiologyStudies,
    staffUsingTelemedicine: Math.min(uses, staffOf(profile, staff, month) + random.between(0, 1)),
    daysWithoutPower,
    daysWithoutInternet,
  };
  const all = {
    ...figures,
    ...ofSolutions(profile, month, figures, asked),
    ...coverOf(profile, month, { staff, asked }),
  };
  return Object.fromEntries(asked.map((code) => [code, all[code] ?? 0]));
}

/** What the solutions have to do with a month's figures, each a part of one of them. */
function ofSolutions(
  { facilityId, region }: FacilityProfile,
  month: Month,
  figures: Figures,
  asked: string[],
): Figures {
  const random = new Random(facilityId, month, 'solutions');
  const part = (code: string, share: number) => random.part(figures[code] ?? 0, share);
  const measured = (figures['telemetrySessions'] ?? 0) - (figures['pregnancyMonitoringSessions'] ?? 0);
  const rehabilitationSessions = asked.includes('rehabilitationSessions') ? random.part(measured, 0.6) : 0;
  return {
    rehabilitationSessions,
    selfExaminations: random.part(measured - rehabilitationSessions, 0.5),
    ctStudiesReadWithAi: part('teleradiologyStudies', 0.55),
    operationsConsulted: part('consultationsDoctorToDoctor', 0.25),
    traumaConsultations: part('consultationsDoctorToDoctor', exposed.includes(region) ? 0.45 : 0.25),
  };
}

/** How many can use each solution: few, and mostly as many as the month before; here and there the last one has left. */
function coverOf(
  { facilityId }: FacilityProfile,
  month: Month,
  { staff, asked }: { staff: number; asked: string[] },
): Figures {
  return Object.fromEntries(
    asked.flatMap((code) => {
      const solutionId = coveredSolution(code);
      if (solutionId === undefined) return [];
      const random = new Random(facilityId, solutionId, 'cover');
      const usual = random.between(1, Math.max(2, Math.round(staff / 2)));
      const isLeft = random.chance(0.03) && month >= '2024-10';
      const came = new Random(facilityId, solutionId, month, 'cover').chance(0.12) ? 1 : 0;
      return [[code, isLeft ? 0 : usual + came]];
    }),
  );
}

/** A facility's own number of people, some more each season. */
function staffOf({ facilityId }: FacilityProfile, usual: number, month: Month): number {
  const own = usual * (0.5 + new Random(facilityId, 'staff').next());
  return Math.max(1, Math.round(own * growthUpTo(month)));
}

const none: Habits = { betweenDoctors: 1, telemetry: 0, studies: 0, staff: 1 };

function growthUpTo(month: Month): number {
  return month < '2023-07' ? 0.7 : month < '2024-03' ? 0.9 : 1.1;
}

/** Whether the facility sends measurements at all. */
export function measures({ facilityId }: FacilityProfile): boolean {
  return new Random(facilityId, 'telemetry').chance(0.65);
}

function pregnancies({ type }: FacilityProfile): number {
  return type === 'maternityHospital' ? 0.9 : type === 'emergencyStation' ? 0.02 : 0.3;
}

function circumstances({ region, power }: FacilityProfile, month: Month, random: Random) {
  const place = (exposed.includes(region) ? 1.5 : 0.9) * (power === 'unreliable' ? 1.3 : 1);
  const daysWithoutPower = Math.min(daysIn(month), random.count((outages[month] ?? quiet) * place));
  const daysWithoutInternet = Math.min(20, random.part(daysWithoutPower, 0.3) + random.count(0.3 * place));
  return { daysWithoutPower, daysWithoutInternet };
}
