import { monthOf, type Day } from '../domain/calendar.ts';
import type { Solution } from '../domain/solution.ts';
import { addDays, workdayFrom } from './days.ts';
import type { DueReport, Site } from './dueReports.ts';
import { reviewerOf } from './people.ts';
import { Random } from './random.ts';
import type { FacilityEvent } from './timeline.ts';

/** How many hospitals ask for advice on gunshot and blast injuries, which needs no equipment. */
const adopting = 20;
const hospitals = ['regionalHospital', 'districtHospital'];
/** The last day on which those were live that have adopted it. */
const liveBefore: Day = '2024-06-01';

/** The facilities that have adopted the advice on injuries, and from which day on. */
export function traumaAdoptions(sites: Site[], solution: Solution): Map<string, Day> {
  const operating = solution.stages.at(-1)?.date ?? '';
  const drawn = sites
    .filter(({ profile: { type } }) => hospitals.includes(type))
    .flatMap(({ profile: { facilityId }, stages }) => {
      const live = stages.at(-1)?.stage === 'live' ? stages.at(-1)?.date : undefined;
      const random = new Random(facilityId, 'trauma consultation');
      return live && live < liveBefore ? [{ facilityId, live, turn: random.next(), random }] : [];
    })
    .toSorted((a, b) => a.turn - b.turn)
    .slice(0, adopting);
  return new Map(
    drawn.map(({ facilityId, live, random }) => {
      const possible = live > operating ? live : operating;
      return [facilityId, workdayFrom(addDays(possible, random.between(20, 90)))];
    }),
  );
}

/** The reviewer enters it on the day on which the department's letter came. */
export function adoptionEvent({ profile }: Site, solution: Solution, from: Day): FacilityEvent {
  const source = `Letter of the regional health department, ${from}`;
  return { at: `${from}T13:20:00Z`, by: reviewerOf(profile), action: 'adopt', solution, from, source };
}

/** The month's figures with the injuries that advice was asked on, from the month of the adoption on. */
export function withTraumas(due: DueReport, from: Day): DueReport {
  const { profile, month, figures } = due;
  if (month < monthOf(from)) return due;
  const random = new Random(profile.facilityId, month, 'traumas');
  const traumaConsultations = random.part(figures['consultationsDoctorToDoctor'] ?? 0, 0.3);
  return { ...due, figures: { ...figures, traumaConsultations } };
}
