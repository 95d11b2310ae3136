import { withAdoptionByHand, type Adoption } from '../domain/solution/adoption.ts';
import { addDays, type Day } from '../domain/calendar.ts';
import { termsOf, type Solution } from '../domain/solution/solution.ts';
import { workdayFrom } from './days.ts';
import type { Site } from './dueReports.ts';
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
  const happening = { at: `${from}T13:20:00Z`, by: reviewerOf(profile) };
  return { ...happening, action: 'adopt', solution, from, source: sourceOf(from) };
}

/** The facility's adoptions with this one. */
export function withAdoption(adoptions: Adoption[], solution: Solution, from: Day): Adoption[] {
  const terms = { ...termsOf(solution), solutionId: solution.solutionId };
  return withAdoptionByHand(adoptions, terms, { from, source: sourceOf(from) });
}

const sourceOf = (from: Day): string => `Letter of the regional health department, ${from}`;
