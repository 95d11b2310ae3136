import { m } from 'virtual:messages';
import { named } from '#lib/i18n/format.ts';
import type { Sheet } from '#lib/import/sheet.ts';
import { rowName } from '#lib/progress/names.ts';
import type { Impact } from './impact.ts';
import { groupWords, partWords } from './impactWords.ts';
import { troubleWords } from './troubleWords.ts';

/** The tables of the page as sheets of a file. */
export function impactTables(impact: Impact): Sheet[] {
  const { groups, given, brought, months, month, where, troubles, repaired, pack } = impact;
  const worth = ({ units, usdCents }: { units: number; usdCents: number }) => [units, { usdCents }];
  return [
    {
      title: m.becameTitle(),
      head: ['', m.units(), m.valueInUsd()],
      lines: [
        ...groups.flatMap(({ group, parts, ...all }) => [
          [groupWords[group](), ...worth(all)],
          ...parts.map((part) => [partWords(part.what, month), ...worth(part)]),
        ]),
        [m.givenInAll(), ...worth(given)],
      ],
    },
    {
      title: m.broughtTitle(),
      head: ['', m.attributedToIt(), m.supportedInAll()],
      lines: brought.map(({ indicator, attributed, supported }) => [
        named(indicator.names),
        attributed ?? m.notShown(),
        supported ?? m.notShown(),
      ]),
      rule: m.attributionRule(),
    },
    {
      title: m.month(),
      head: ['', m.attributedToIt(), m.supportedInAll()],
      // Numbers stay numbers: that there is more is said beside them.
      lines: months.map(({ month: of, attributed, supported, isPart }) => [
        of,
        attributed,
        supported,
        ...(isPart ? [m.partNotShown()] : []),
      ]),
    },
    {
      title: m.whereAidIs(),
      head: ['', m.unitsInUse(), m.valueInUse(), m.unitsOnTheWay(), m.valueOnTheWay()],
      lines: where.map(({ row, inUse, onTheWay }) => [
        row === pack.country ? m.whereNotTold() : rowName(row, pack),
        ...worth(inUse),
        ...worth(onTheWay),
      ]),
      rule: m.whereRule(),
    },
    {
      title: m.wrongTitle(),
      head: ['', m.units(), m.valueInUsd()],
      lines: [
        ...troubles.map(({ what, units, usdCents }) => [
          troubleWords(what, units, month).title,
          units,
          usdCents === undefined ? '' : { usdCents },
        ]),
        ...(repaired.units > 0 ? [[m.wrongRepaired({ n: repaired.units }), repaired.units, '']] : []),
      ],
    },
  ];
}
