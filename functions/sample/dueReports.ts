import type { Adoption } from '../domain/solution/adoption.ts';
import { askedIndicators } from '../domain/report/askedIndicators.ts';
import { monthsBetween, type Month } from '../domain/calendar.ts';
import type { CountryPack } from '../domain/countryPack.ts';
import type { StageChange } from '../domain/facility/facility.ts';
import type { FacilityProfile } from '../domain/facility/facilityProfile.ts';
import { wasLive } from '../domain/report/liveMonths.ts';
import type { Figures } from '../domain/report/indicator.ts';
import { addingUpTo, drawnConsultations } from './consultations.ts';
import { firstMonth, lastMonth, teleconsultations } from './publishedFigures.ts';
import { mistakeOf, reportRandom } from './mistakes.ts';
import { outcomesIn, isApproved, type ReportOutcome } from './reportOutcomes.ts';
import { figuresOf } from './figures.ts';

/** A facility with the stages it has gone through. */
export interface Site {
  profile: FacilityProfile;
  stages: StageChange[];
  /** The solutions that it can use in the end, or could. */
  adoptions?: Adoption[];
}

/** A facility's month that was to be reported, its true figures, and what came of it. */
export interface DueReport {
  profile: FacilityProfile;
  month: Month;
  outcome: ReportOutcome;
  figures: Figures;
}

/** Every month that a facility owes a report for; teleconsultations of the approved ones are the published total. */
export function dueReportsOf(sites: Site[], pack: CountryPack): DueReport[] {
  const dueReports = monthsBetween(firstMonth, lastMonth).flatMap((month) => owedFor(month, sites));
  const approved = dueReports.filter(({ outcome }) => isApproved(outcome));
  const adjusted = addingUpTo(
    teleconsultations - approved.filter(isApprovedWithOneMore).length,
    approved.map(({ consultations }) => consultations),
  );
  const countedAs = new Map(approved.map((one, index) => [one, adjusted[index]]));
  return dueReports.map((one) => {
    const { site, month, outcome, consultations } = one;
    const { profile } = site;
    const asked = askedIndicators(pack, site, month).map(({ code }) => code);
    const figures = figuresOf(profile, month, { consultations: countedAs.get(one) ?? consultations, asked });
    return { profile, month, outcome, figures: outcome === 'surprising' ? withSurprise(figures) : figures };
  });
}

/** Whether what is approved is still the consultation too many that the waiting correction takes out. */
function isApprovedWithOneMore({
  site,
  month,
  outcome,
}: {
  site: Site;
  month: Month;
  outcome: ReportOutcome;
}): boolean {
  if (outcome !== 'amended') return false;
  const { field } = mistakeOf('noticed', reportRandom(site.profile, month));
  return field === 'consultationsDoctorToDoctor';
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
  const reportOutcomes = outcomesIn(
    month,
    owing.map(({ profile }) => profile),
  );
  return owing.map((site) => {
    const { profile, stages } = site;
    const outcome = reportOutcomes.get(profile.facilityId) ?? 'missing';
    const drawn = drawnConsultations(profile, stages, month);
    return {
      site,
      month,
      outcome,
      consultations: outcome === 'surprising' ? surprise.consultations(drawn) : drawn,
    };
  });
}
