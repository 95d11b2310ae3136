import type { CountryPack } from '../domain/countryPack.ts';
import type { Account } from '../store/accounts.ts';
import { sampleAccounts } from './accounts.ts';
import { reportsOwed, type Owed, type Site } from './owed.ts';
import { administrator } from './people.ts';
import { sampleProfiles } from './profiles.ts';
import { Random } from './random.ts';
import { reportEvents } from './reportEvents.ts';
import { rollOut } from './rollOut.ts';
import type { FacilityEvent, Story } from './story.ts';

export { sampleToday } from './facts.ts';

/** A country's rollout, invented: what happened at each facility, and the accounts of a demonstration. */
export interface Sample {
  stories: Story[];
  accounts: Account[];
}

/** The sample of Ukraine: the same each time, and its totals are the published ones. */
export function sampleOf(pack: CountryPack): Sample {
  const sites = rollOut(sampleProfiles(pack));
  const owed = reportsOwed(sites);
  const byFacility = Map.groupBy(owed, ({ profile }) => profile.facilityId);
  return {
    stories: sites.map((site) => storyOf(site, byFacility.get(site.profile.facilityId) ?? [])),
    accounts: sampleAccounts(owed),
  };
}

function storyOf(site: Site, owed: Owed[]): Story {
  const { facilityId } = site.profile;
  const events = [...stageEvents(site), ...owed.flatMap(reportEvents)];
  return { facilityId, events: events.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)) };
}

function stageEvents({ profile, stages }: Site): FacilityEvent[] {
  const random = new Random(profile.facilityId, 'stage events');
  return stages.map(({ stage, date }, index) => {
    const at = `${date}T${String(7 + index).padStart(2, '0')}:${random.between(10, 59)}:00Z`;
    const happening = { at, by: administrator };
    return index === 0
      ? { ...happening, action: 'register', profile }
      : { ...happening, action: 'changeStage', stage };
  });
}
