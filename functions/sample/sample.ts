import type { CountryPack } from '../domain/countryPack.ts';
import type { Solution } from '../domain/solution.ts';
import type { WarehouseProfile } from '../domain/warehouse.ts';
import type { Account } from '../store/accounts.ts';
import { sampleAccounts } from './accounts.ts';
import { dueReportsOf, type DueReport, type Site } from './dueReports.ts';
import { sampleAid, type SampleAid } from './equipment/aid.ts';
import type { Gift } from './equipment/gifts.ts';
import type { UnitsStory } from './equipment/unitsEvent.ts';
import { administrator } from './people.ts';
import { sampleProfiles } from './profiles.ts';
import { Random } from './random.ts';
import { reportEvents } from './reportEvents.ts';
import { rollOut } from './rollOut.ts';
import { sampleSolutions } from './solutions.ts';
import type { FacilityEvent, Timeline } from './timeline.ts';
import { sampleWarehouses } from './warehouses.ts';

export { sampleToday } from './publishedFigures.ts';

/**
 * A country's rollout, invented: its solutions version by version, its warehouses, what was donated, what happened at each
 * facility and then between them, and the accounts of a demonstration.
 */
export interface Sample {
  solutions: Solution[][];
  warehouses: WarehouseProfile[];
  gifts: Gift[];
  timelines: Timeline[];
  movedOn: UnitsStory;
  accounts: Account[];
}

/** The sample of Ukraine: the same each time, and its totals are the published ones. */
export function sampleOf(pack: CountryPack): Sample {
  const solutions = sampleSolutions(pack);
  const rolledOut = rollOut(sampleProfiles(pack));
  const newest = solutions.flatMap((versions) => versions.slice(-1));
  const aid = sampleAid(rolledOut, pack, newest);
  const sites = rolledOut.map((site) => ({ ...site, adoptions: aid.adoptions.get(site.profile.facilityId) }));
  const dueReports = dueReportsOf(sites, pack);
  const byFacility = Map.groupBy(dueReports, ({ profile }) => profile.facilityId);
  return {
    solutions,
    warehouses: sampleWarehouses,
    gifts: aid.gifts,
    timelines: sites.map((site) => timelineOf(site, byFacility.get(site.profile.facilityId) ?? [], aid)),
    movedOn: aid.movedOn,
    accounts: sampleAccounts(dueReports),
  };
}

function timelineOf(site: Site, dueReports: DueReport[], { atFacility }: SampleAid): Timeline {
  const { facilityId } = site.profile;
  const { planned = [], events: units = [] } = atFacility.get(facilityId) ?? {};
  const events = [...stageEvents(site), ...units, ...dueReports.flatMap(reportEvents)];
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
