import { withAdoptionByHand, type AdoptionByHand } from './adoption.ts';
import type { Day } from '../calendar.ts';
import { ensureInProgramme, type CountryPack } from '../countryPack.ts';
import type { Facility } from '../facility/facility.ts';
import { ensure } from '../refusal.ts';
import { operatesOn, termsOf, type Solution } from './solution.ts';

/** A person says from when a facility uses a solution that needs no equipment; what needs some is adopted as that is installed. */
export function adoptByHand(
  facility: Facility,
  solution: Solution,
  byHand: AdoptionByHand,
  { pack, today }: { pack: CountryPack; today: Day },
): Facility {
  const { from, until } = byHand;
  ensureInProgramme(from, pack, today, 'from');
  if (until) {
    ensureInProgramme(until, pack, today, 'until');
    ensure(until >= from, 'dateNotAllowed', 'It cannot be over before it begins.', { field: 'until' });
  }
  ensure(
    solution.equipmentTypes.length === 0,
    'wrongState',
    'This solution is adopted where its equipment is installed.',
    { field: 'solutionId' },
  );
  ensure(operatesOn(solution, from), 'dateNotAllowed', 'The solution does not operate on this day.', {
    field: 'from',
  });
  const terms = { ...termsOf(solution), solutionId: solution.solutionId };
  return {
    ...facility,
    version: facility.version + 1,
    adoptions: withAdoptionByHand(facility.adoptions ?? [], terms, byHand),
  };
}
