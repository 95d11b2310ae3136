import { m } from 'virtual:messages';
import { addMonths, type Month } from '#functions/domain/calendar.ts';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import { namesOfFigure } from '#functions/domain/report/cover.ts';
import type { Finding } from '#functions/domain/report/finding.ts';
import { capital, monthAlone, monthName, named, number } from '#lib/i18n/format.ts';
import { rangeText } from '#lib/record/figures.ts';

const shown = (value: number | undefined) => (value === undefined ? '–' : number(value));

/** What is unusual: the figure and its value. */
export function findingTitle(finding: Finding, pack: CountryPack): string {
  if (finding.kind === 'same') return m.foundSame({ month: monthName(finding.month) });
  const names = namesOfFigure(finding.indicator, pack);
  return `${names ? named(names) : finding.indicator}: ${shown(finding.value)}`;
}

/** The reason in one line, for a row of a list. */
export function findingReason(finding: Finding, pack: CountryPack): string {
  const title = findingTitle(finding, pack);
  if (finding.kind !== 'high' && finding.kind !== 'low') return title;
  return `${title}, ${m.usualRange({ range: rangeText(finding) })}`;
}

/** What a return begins with; whoever returns may write it differently. */
export interface Suggestion {
  field: string | undefined;
  question: string;
}

/** What to return a report of this month for: what is the strongest in it. */
export function suggestionOf([first]: Finding[], month: Month, pack: CountryPack): Suggestion {
  if (!first) return { field: undefined, question: '' };
  return {
    field: first.kind === 'same' ? undefined : first.indicator,
    question: questionOf(first, month, pack),
  };
}

/** What is asked of the facility about a finding in a report of this month. */
function questionOf(finding: Finding, month: Month, pack: CountryPack): string {
  const { kind } = finding;
  const told = findingReason(finding, pack);
  if (kind === 'corrected') {
    const corrected = m.foundCorrected({ approved: shown(finding.approved) });
    return `${told}. ${corrected} ${m.isItRight()}`;
  }
  if (kind !== 'jump') return `${told}. ${m.isItRight()}`;
  const last = m.before({ month: capital(monthAlone(addMonths(month, -1))), value: number(finding.before) });
  return `${told}. ${last}. ${m.isItRight()}`;
}
