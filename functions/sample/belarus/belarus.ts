import type { CountryPack } from '../../domain/countryPack.ts';
import type { Solution } from '../../domain/solution/solution.ts';
import { readinessChecks } from '../../domain/facility/readiness.ts';
import { placesIn } from '../../domain/equipment/consignmentRules.ts';
import { plannedOf } from '../equipment/gifts.ts';
import type { Sample } from '../sample.ts';
import { headOf } from '../people.ts';
import { solutionsOf } from '../solutions.ts';
import type { FacilityEvent, SampleEvent, Timeline } from '../timeline.ts';
import { belarusDonors, belarusGift, unitsAt } from './aid.ts';
import { clinic, sites, type BelarusSite } from './facilities.ts';
import { belarusAccounts, belarusStory, reviewer } from './people.ts';
import { computerised } from './publishedFigures.ts';
import { reportsOf } from './reports.ts';
import { belarusTraining } from './training.ts';
import { belarusSolutions, prescribing, records } from './solutions.ts';

/** The case of Liachavičy District Clinic: what was published of it comes out to the last digit. */
export function sampleOfBelarus(pack: CountryPack): Sample {
  const solutions = solutionsOf(belarusSolutions, pack, belarusStory.manager);
  const newest = solutions.flatMap((versions) => versions.slice(-1));
  const places = new Map(
    sites.map(({ profile: { facilityId, region } }) => [facilityId, { placeId: facilityId, region }]),
  );
  const planned = plannedOf(belarusGift, { pack, solutions: newest, places, story: belarusStory });
  const plannedAt = Map.groupBy(planned, (one) => placesIn(one)[0] ?? '');
  return {
    story: belarusStory,
    solutions,
    warehouses: [],
    donors: belarusDonors,
    gifts: [belarusGift],
    timelines: sites.map((site) => ({
      ...timelineOf(site, newest),
      planned: plannedAt.get(site.profile.facilityId) ?? [],
    })),
    movedOn: { planned: [], events: [] },
    plan: { targets: [], milestones: [computerisedClinic] },
    training: belarusTraining(pack, newest),
    accounts: belarusAccounts,
  };
}

const computerisedClinic = {
  milestoneId: 'clinic-computerised',
  on: String(computerised.year),
  names: {
    en: 'Liachavičy District Clinic computerised',
    uk: 'Ляховицьку районну поліклініку комп’ютеризовано',
    be: 'Ляхавіцкая раённая паліклініка камп’ютарызавана',
    ru: 'Ляховичская районная поликлиника компьютеризирована',
  },
};

function timelineOf(site: BelarusSite, solutions: Solution[]): Omit<Timeline, 'planned'> {
  const { facilityId } = site.profile;
  const solution = solutions.find((one) => one.solutionId === prescribing);
  const adoption: SampleEvent[] =
    facilityId === clinic && solution
      ? [
          {
            action: 'adopt',
            solution,
            from: computerised.live,
            source: 'Order of the head of the clinic',
            at: `${computerised.live}T14:20:00Z`,
            by: reviewer,
          },
        ]
      : [];
  const events = [
    ...stageEvents(site),
    ...readinessOf(site),
    ...unitsAt(facilityId),
    ...adoption,
    ...reportsOf(site),
  ];
  return { facilityId, events: events.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)) };
}

/** What the project found when it looked at the rooms, before anything was planned for them. */
function readinessOf({ profile }: BelarusSite): FacilityEvent[] {
  if (profile.facilityId === clinic) return [records, prescribing].map(looked);
  return unitsAt(profile.facilityId).length > 0 ? [looked(records, 0)] : [];

  function looked(solutionId: string, index: number): FacilityEvent {
    return {
      action: 'checkReadiness',
      solutionId,
      checks: readinessChecks.map((check) => ({ check, isMet: true })),
      at: `2017-09-25T08:${10 + index}:00Z`,
      by: headOf(profile),
    };
  }
}

function stageEvents({ profile, stages }: BelarusSite): FacilityEvent[] {
  return stages.map(([stage, date], index): FacilityEvent => {
    const happening = { at: `${date}T07:${20 + index}:00Z`, by: belarusStory.administrator };
    return index === 0
      ? { ...happening, action: 'register', profile }
      : { ...happening, action: 'changeStage', stage };
  });
}
