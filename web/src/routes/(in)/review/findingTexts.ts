import { m } from 'virtual:messages';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import type { Finding } from '#functions/domain/finding.ts';
import { monthName, number } from '#lib/i18n/format.ts';
import { figureName } from '#lib/progress/names.ts';
import { rangeText } from '#lib/record/figures.ts';

const shown = (value: number | undefined) => (value === undefined ? '–' : number(value));

/** What is unusual: the figure and its value. */
export function findingTitle(finding: Finding, pack: CountryPack): string {
  if (finding.kind === 'same') return m.foundSame({ month: monthName(finding.month) });
  return `${figureName(finding.indicator, pack)}: ${shown(finding.value)}`;
}

/** The reason in one line, for a row of a list. */
export function findingReason(finding: Finding, pack: CountryPack): string {
  const title = findingTitle(finding, pack);
  if (finding.kind !== 'high' && finding.kind !== 'low') return title;
  return `${title}, ${m.usualRange({ range: rangeText(finding) })}`;
}
