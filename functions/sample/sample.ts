import type { Day } from '../domain/calendar.ts';
import type { CountryPack } from '../domain/countryPack.ts';
import type { GivenAccount } from '../domain/account.ts';
import type { Solution } from '../domain/solution.ts';
import type { WarehouseProfile } from '../domain/warehouse.ts';
import { adoptionEvent, traumaAdoptions, withTraumas } from './adoptions.ts';
import { sampleAccounts } from './accounts.ts';
import { dueReportsOf, type DueReport, type Site } from './dueReports.ts';
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
 * A country's rollout, invented: its solutions version by version, its warehouses, what happened at each facility, and
 * the accounts of a demonstration.
 */
export interface Sample {
  solutions: Solution[][];
  warehouses: WarehouseProfile[];
  timelines: Timeline[];
  accounts: GivenAccount[];
}

/** The sample of Ukraine: the same each time, and its totals are the published ones. */
export function sampleOf(pack: CountryPack): Sample {
  const sites = rollOut(sampleProfiles(pack));
  const solutions = sampleSolutions(pack);
  const trauma = solutions.find(([one]) => one?.capability === 'traumaConsultation')?.at(-1);
  const adopted = trauma ? traumaAdoptions(sites, trauma) : new Map<string, Day>();
  const dueReports = dueReportsOf(sites).map((due) => {
    const from = adopted.get(due.profile.facilityId);
    return from ? withTraumas(due, from) : due;
  });
  const adoptionsAt = (site: Site) => {
    const from = adopted.get(site.profile.facilityId);
    return trauma && from ? [adoptionEvent(site, trauma, from)] : [];
  };
  const byFacility = Map.groupBy(dueReports, ({ profile }) => profile.facilityId);
  return {
    solutions,
    warehouses: sampleWarehouses,
    timelines: sites.map((site) =>
      timelineOf(site, adoptionsAt(site), byFacility.get(site.profile.facilityId) ?? []),
    ),
    accounts: sampleAccounts(dueReports),
  };
}

function timelineOf(site: Site, adoptions: FacilityEvent[], dueReports: DueReport[]): Timeline {
  const { facilityId } = site.profile;
  const events = [...stageEvents(site), ...adoptions, ...dueReports.flatMap(reportEvents)];
  return { facilityId, events: events.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)) };
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
