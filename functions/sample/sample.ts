import type { GivenAccount } from '../domain/account.ts';
import type { Day } from '../domain/calendar.ts';
import type { CountryPack } from '../domain/countryPack.ts';
import type { DonorProfile } from '../domain/equipment/donor.ts';
import type { Solution } from '../domain/solution/solution.ts';
import type { WarehouseProfile } from '../domain/warehouse.ts';
import { sampleAccounts } from './accounts.ts';
import { sampleOfBelarus } from './belarus/belarus.ts';
import { adoptionEvent, traumaAdoptions, withAdoption } from './adoptions.ts';
import { dueReportsOf, type DueReport, type Site } from './dueReports.ts';
import { sampleAid, type SampleAid } from './equipment/aid.ts';
import { sampleDonors } from './equipment/donors.ts';
import type { Gift } from './equipment/gifts.ts';
import type { UnitsStory } from './equipment/unitsEvent.ts';
import { administrator, ukraineStory } from './people.ts';
import { samplePlan, type SamplePlan } from './plan.ts';
import { sampleProfiles } from './profiles.ts';
import { Random } from './random.ts';
import { reportEvents } from './reportEvents.ts';
import { rollOut } from './rollOut.ts';
import { sampleSolutions } from './solutions.ts';
import { trainingStories, type TrainingStory } from './training/trainingStories.ts';
import type { Story } from './story.ts';
import type { FacilityEvent, Timeline } from './timeline.ts';
import { sampleWarehouses } from './warehouses.ts';

export { sampleToday } from './publishedFigures.ts';

/**
 * A country's rollout, invented: its solutions version by version, its warehouses, what was donated, what happened at each
 * facility and then between them, who was trained, and the accounts of a demonstration.
 */
export interface Sample {
  story: Story;
  solutions: Solution[][];
  warehouses: WarehouseProfile[];
  donors: { donorId: string; profile: DonorProfile }[];
  gifts: Gift[];
  timelines: Timeline[];
  movedOn: UnitsStory;
  plan: SamplePlan;
  training: TrainingStory[];
  accounts: GivenAccount[];
}

/** The sample of a country that has one: the same each time, and its totals are the published ones. */
export function sampleOf(pack: CountryPack): Sample {
  const sample = samples[pack.country];
  if (!sample) throw new Error(`There is no sample of ${pack.names.en}.`);
  return sample(pack);
}

const samples: Record<string, (pack: CountryPack) => Sample> = { UA: sampleOfUkraine, BY: sampleOfBelarus };

function sampleOfUkraine(pack: CountryPack): Sample {
  const solutions = sampleSolutions(pack);
  const rolledOut = rollOut(sampleProfiles(pack));
  const newest = solutions.flatMap((versions) => versions.slice(-1));
  const aid = sampleAid(rolledOut, pack, newest);
  const trauma = newest.find(({ capability }) => capability === 'traumaConsultation');
  const byHand = trauma ? traumaAdoptions(rolledOut, trauma) : new Map<string, Day>();
  const adoptionsAt = (site: Site): FacilityEvent[] => {
    const from = byHand.get(site.profile.facilityId);
    return trauma && from ? [adoptionEvent(site, trauma, from)] : [];
  };
  const sites = rolledOut.map((site) => {
    const { facilityId } = site.profile;
    const equipped = aid.adoptions.get(facilityId) ?? [];
    const from = byHand.get(facilityId);
    return { ...site, adoptions: trauma && from ? withAdoption(equipped, trauma, from) : equipped };
  });
  const dueReports = dueReportsOf(sites, pack);
  const byFacility = Map.groupBy(dueReports, ({ profile }) => profile.facilityId);
  return {
    story: ukraineStory,
    solutions,
    warehouses: sampleWarehouses,
    donors: Object.entries(sampleDonors).map(([donorId, profile]) => ({ donorId, profile })),
    gifts: aid.gifts,
    timelines: sites.map((site) =>
      timelineOf(site, {
        adoptions: adoptionsAt(site),
        dueReports: byFacility.get(site.profile.facilityId) ?? [],
        aid,
      }),
    ),
    movedOn: aid.movedOn,
    plan: samplePlan(rolledOut, pack),
    training: trainingStories(sites, newest, pack),
    accounts: sampleAccounts(dueReports),
  };
}

function timelineOf(
  site: Site,
  { adoptions, dueReports, aid }: { adoptions: FacilityEvent[]; dueReports: DueReport[]; aid: SampleAid },
): Timeline {
  const { facilityId } = site.profile;
  const { planned = [], events: units = [] } = aid.atFacility.get(facilityId) ?? {};
  const checklists = aid.checklists.get(facilityId) ?? [];
  const happened = [...stageEvents(site), ...units, ...checklists, ...adoptions];
  const events = [...happened, ...dueReports.flatMap(reportEvents)];
  return { facilityId, planned, events: events.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)) };
}

function stageEvents({ profile, stages }: Site): FacilityEvent[] {
  const random = new Random(profile.facilityId, 'stage events');
  return stages.map(({ stage, date, reason }, index) => {
    const at = `${date}T${String(7 + index).padStart(2, '0')}:${random.between(10, 59)}:00Z`;
    const happening = { at, by: administrator };
    return index === 0
      ? { ...happening, action: 'register', profile }
      : { ...happening, action: 'changeStage', stage, reason };
  });
}
