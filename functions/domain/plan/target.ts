import * as z from 'zod/mini';
import { Day } from '../calendar.ts';
import { regionCodes, RegionCode, type CountryPack } from '../countryPack.ts';
import { catalogueOf, type Figure } from '../figureCatalogue.ts';
import { ensure } from '../refusal.ts';
import { longestFigure, mostTargetDays, mostTargetValue } from './bounds.ts';
import { isLowered } from './lowered.ts';
import { isPlannable } from './plannable.ts';
import { planDays } from './planDays.ts';

const Planned = z.strictObject({ day: Day, value: z.int().check(z.minimum(0), z.maximum(mostTargetValue)) });

/** Whose target it is: a region's, what no region has been assigned yet, or the whole nation's. */
export const TargetRow = z.union([RegionCode, z.enum(['unassigned', 'nation'])]);
export type TargetRow = z.infer<typeof TargetRow>;

const TargetLine = z.strictObject({
  row: TargetRow,
  /** Cumulative values in the order of their days; the first is where it stood when it was planned. */
  planned: z.array(Planned).check(z.minLength(1), z.maxLength(mostTargetDays)),
});
export type TargetLine = z.infer<typeof TargetLine>;

export const TargetFigure = z.string().check(z.maxLength(longestFigure), z.regex(/^[a-z][A-Za-z0-9.]+$/));

/** Lines as they may be set; none at all where there is no target any more. */
export const TargetLines = z.array(TargetLine).check(z.maxLength(200));

/** What a figure is to come to and when: by region, or for the nation. */
export const Target = z.strictObject({
  figure: TargetFigure,
  lines: z.array(TargetLine),
  version: z.int().check(z.minimum(1)),
});
export type Target = z.infer<typeof Target>;

interface TargetCase {
  pack: CountryPack;
  /** Why it was lowered. */
  reason?: string | undefined;
}

/** The figure's target becomes this one, as a whole. Where anything of it is lower than before, a reason is given. */
export function setTarget(
  before: Target | undefined,
  { figure, lines }: Pick<Target, 'figure' | 'lines'>,
  { pack, reason }: TargetCase,
): Target {
  const about = catalogueOf(pack).get(figure);
  ensure(about && isPlannable(about), 'invalid', 'There are no targets for this figure.', {
    field: 'figure',
  });
  ensureLines(lines, about, pack);
  const isLower = before !== undefined && isLowered(before.lines, lines);
  ensure(!isLower || reason, 'reasonNeeded', 'A target that is lowered needs a reason.', { field: 'reason' });
  return { figure, lines, version: (before?.version ?? 0) + 1 };
}

function ensureLines(lines: TargetLine[], { kind }: Figure, pack: CountryPack): void {
  const rows = lines.map(({ row }) => row);
  const known = new Set<string>([...regionCodes(pack), 'unassigned', 'nation']);
  const [first] = lines[0]?.planned ?? [];
  for (const [at, { row, planned }] of lines.entries()) {
    const field = `lines.${at}`;
    ensure(known.has(row), 'unknownRegion', 'The country has no such region.', { field: `${field}.row` });
    ensure(rows.indexOf(row) === at, 'alreadyExists', 'This region is named twice.', {
      field: `${field}.row`,
    });
    ensure(
      rows.length === 1 || !rows.includes('nation'),
      'mixedGrains',
      'A figure has targets by region or one for the nation, not both.',
      { field: `${field}.row` },
    );
    ensure(planned[0]?.day === first?.day, 'dateNotAllowed', 'All lines begin on one day.', {
      field: `${field}.planned`,
    });
    ensureDays(planned, pack, `${field}.planned`);
    ensureOrder(planned, { field: `${field}.planned`, mayFall: kind === 'level' });
  }
}

function ensureDays(planned: TargetLine['planned'], pack: CountryPack, field: string): void {
  const { first, last } = planDays(pack);
  const between = `Targets lie between ${first} and ${last}.`;
  for (const [at, { day }] of planned.entries()) {
    ensure(day >= first, 'tooLow', between, { field: `${field}.${at}.day` });
    ensure(day <= last, 'tooHigh', between, { field: `${field}.${at}.day` });
  }
}

function ensureOrder(
  planned: TargetLine['planned'],
  { field, mayFall }: { field: string; mayFall: boolean },
): void {
  for (const [at, { day, value }] of planned.entries()) {
    const before = planned[at - 1];
    if (!before) continue;
    ensure(day !== before.day, 'alreadyExists', 'A day has one value.', { field });
    ensure(day > before.day, 'dateNotAllowed', 'The days are in order.', { field });
    ensure(mayFall || value >= before.value, 'tooLow', 'A total cannot fall.', {
      field: `${field}.${at}.value`,
    });
  }
}
