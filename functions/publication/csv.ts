import Papa from 'papaparse';
import { lastQuarter, type Month } from '../domain/calendar.ts';
import { ownLanguage, type CountryPack } from '../domain/countryPack.ts';
import { catalogueOf, type Figure } from '../domain/figureCatalogue.ts';
import { ProgressSums } from '../domain/progress.ts';
import type { PublicRelease } from '../domain/release/publicRelease.ts';

/** The columns of a release's figures, in their order. */
export const columns = ['month', 'period', 'region', 'region_name', 'figure', 'value', 'status'] as const;

type Row = [
  Month,
  period: 'month' | 'quarter',
  region: string,
  name: string,
  figure: string,
  value: number | '',
  status: string,
];

/** The figures that a release tells, in the catalogue's order. */
export function figuresIn({ cube }: PublicRelease, pack: CountryPack): Figure[] {
  const isThere = ({ name }: Figure) => cube.figures[name] || cube.notShown?.[name];
  return [...catalogueOf(pack).values()].filter((figure) => isThere(figure) && !figure.isForMinistry);
}

/**
 * The figures of a release in rows of one value each: the country's by month, its regions' by quarter, and where they are
 * not about people in the last month too.
 */
export function figuresCsv(release: PublicRelease, pack: CountryPack): string {
  const sums = new ProgressSums(release.cube, pack);
  const own = ownLanguage(pack);
  const { month: last } = release.release;
  const rows: Row[] = figuresIn(release, pack).flatMap((figure) => {
    const { name, unit, isAboutPeople } = figure;
    const row = (month: Month, period: Row[1], region: string, called: string, rowsOf?: string[]): Row => {
      const isShown = sums.shows(name, month, rowsOf);
      const value = sums.value(name, month, rowsOf);
      return [
        month,
        period,
        region,
        called,
        name,
        isShown ? (unit === 'usdCents' ? value / 100 : value) : '',
        isShown ? 'shown' : 'notShown',
      ];
    };
    const until = lastQuarter(last);
    const quarters = sums.months.filter((month) => month <= until && month === lastQuarter(month));
    const monthly: Month[] = isAboutPeople || last === until ? [] : [last];
    return [
      ...sums.months.map((month) => row(month, 'month', pack.country, pack.names[own])),
      ...pack.regions.flatMap(({ code, names }) => [
        ...quarters.map((month) => row(month, 'quarter', code, names[own], [code])),
        ...monthly.map((month) => row(month, 'month', code, names[own], [code])),
      ]),
    ];
  });
  // Of a table without rows it ends the head twice.
  const text = Papa.unparse({ fields: [...columns], data: rows }, { newline: '\r\n' });
  return `${text.trimEnd()}\r\n`;
}
