import { monthsBetween, type Month } from '../domain/calendar.ts';
import { wasLive, type FacilityProfile, type StageChange } from '../domain/facility.ts';
import type { Figures } from '../domain/indicator.ts';
import { addingUpTo, drawnConsultations } from './consultations.ts';
import { firstMonth, lastMonth, teleconsultations } from './facts.ts';
import { fatesIn, isCounted, type Fate } from './fates.ts';
import { figuresOf } from './figures.ts';

/** A facility with the stages it has gone through. */
export interface Site {
  profile: FacilityProfile;
  stages: StageChange[];
}

/** A facility's month that was to be reported, its true figures, and what came of it. */
export interface Owed {
  profile: FacilityProfile;
  month: Month;
  fate: Fate;
  figures: Figures;
}

/** Every month that a facility owed a report for; teleconsultations of those that count are the published total. */
export function reportsOwed(sites: Site[]): Owed[] {
  const owed = monthsBetween(firstMonth, lastMonth).flatMap((month) => owedFor(month, sites));
  const counted = owed.filter(({ fate }) => isCounted(fate));
  const adjusted = addingUpTo(
    teleconsultations,
    counted.map(({ consultations }) => consultations),
  );
  const countedAs = new Map(counted.map((one, index) => [one, adjusted[index]]));
  return owed.map((one) => {
    const { profile, month, fate, consultations } = one;
    const figures = figuresOf(profile, month, countedAs.get(one) ?? consultations);
    return { profile, month, fate, figures: fate === 'surprising' ? withSurprise(figures) : figures };
  });
}

/** Figures far above a facility's usual range, as a new device or a misunderstanding brings them. */
const surprise = {
  consultations: (usual: number) => 2 * usual + 11,
  telemetry: (usual: number) => 3 * usual + 14,
};

function withSurprise(figures: Figures): Figures {
  return { ...figures, telemetrySessions: surprise.telemetry(figures['telemetrySessions'] ?? 0) };
}

function owedFor(month: Month, sites: Site[]) {
  const owing = sites.filter((site) => wasLive(site, month));
  const fates = fatesIn(
    month,
    owing.map(({ profile }) => profile),
  );
  return owing.map(({ profile, stages }) => {
    const fate = fates.get(profile.facilityId) ?? 'missing';
    const drawn = drawnConsultations(profile, stages, month);
    return {
      profile,
      month,
      fate,
      consultations: fate === 'surprising' ? surprise.consultations(drawn) : drawn,
    };
  });
}
