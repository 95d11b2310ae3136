import type { Solution } from '../../domain/solution/solution.ts';

/** What a session is about, and who teaches it. */
export interface Subject {
  about: { solutionId: string } | { topic: string };
  provider: string;
}

const centre = 'National centre of telemedicine';
const institute = 'Institute of postgraduate medicine, Kyiv';

/** What everybody begins with. */
export const firstSteps: Subject = {
  about: { topic: 'First steps with telemedicine equipment' },
  provider: centre,
};

/** What comes up again later. */
export const furtherSubjects: [Subject, ...Subject[]] = [
  { about: { topic: 'Preparing a patient for a teleconsultation' }, provider: centre },
  { about: { topic: 'New staff: working with the telemedicine set' }, provider: centre },
  { about: { topic: 'Personal data in telemedicine' }, provider: institute },
  { about: { topic: 'Working through power cuts and lost connections' }, provider: centre },
];

/** What whole regions, or the country, are invited to. */
export const openSubjects: [Subject, ...Subject[]] = [
  { about: { topic: 'Telemedicine in the Medical Guarantee Program' }, provider: institute },
  { about: { topic: 'Teleconsultations: exchange of experience' }, provider: centre },
  { about: { topic: 'The monthly report, figure by figure' }, provider: centre },
];

/** Whoever supplies a solution teaches it. */
export function subjectOf({ solutionId, supplier }: Solution): Subject {
  return { about: { solutionId }, provider: supplier ?? institute };
}
