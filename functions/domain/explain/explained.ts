import type { Month } from '../calendar.ts';
import type { Contribution, Row, Scope } from '../contribution.ts';
import { chainSteps, fatesAt, furthestUnits, furthestUsd, type ChainStep } from '../equipment/chain/chain.ts';
import {
  approvedName,
  catalogueOf,
  type Counting,
  type Figure,
  type FigureKind,
} from '../figureCatalogue.ts';
import type { ProgressCube } from '../progress.ts';

// Loaded by screens: nothing of a schema is in here.

/** A figure as it is opened: which amounts of which records it is the sum of. */
export interface Explained {
  name: string;
  /** The catalogue's entry; none for a step on the way of given equipment. */
  figure?: Figure;
  source: Figure['source'];
  kind: FigureKind;
  /** The amounts that are added up, by the names under which contributions have them. */
  amounts: readonly string[];
  /** Beside it, what reviewers have approved of it. */
  approved?: string;
}

/** Given units that came to a step, and their worth: the sum over all that came as far or further. */
export const reachedUnits = (step: ChainStep): string => `reached.${step}.units`;
export const reachedUsd = (step: ChainStep): string => `reached.${step}.usd`;

/** What a name stands for: a figure of the catalogue, its approved part, or a step on the way of given equipment. */
export function explainedBy(name: string, pack: Counting): Explained | undefined {
  const isApproved = name.startsWith(approvedName(''));
  const figure = catalogueOf(pack).get(isApproved ? name.slice(approvedName('').length) : name);
  if (!figure) return isApproved ? undefined : reachedBy(name);
  if (isApproved && !figure.hasApproved) return undefined;
  return {
    name,
    figure,
    source: figure.source,
    kind: figure.kind,
    amounts: [name],
    ...(figure.hasApproved && !isApproved && { approved: approvedName(name) }),
  };
}

function reachedBy(name: string): Explained | undefined {
  for (const step of chainSteps)
    for (const [reached, furthest] of [
      [reachedUnits, furthestUnits],
      [reachedUsd, furthestUsd],
    ] as const)
      if (name === reached(step)) {
        const further = chainSteps.slice(chainSteps.indexOf(step));
        const amounts = further.flatMap((each) => fatesAt(each).map((fate) => furthest(each, fate)));
        return { name, source: 'consignment', kind: 'level', amounts };
      }
  return undefined;
}

/** Whether its records are each of one month, so that what adds up over months opens to months first. */
export const isByMonth = ({ source }: Pick<Explained, 'source'>): boolean =>
  source === 'monthlyReport' || source === 'trainingSession';

/** Where a figure is opened: whose progress, which row, and as of which month, or of which month alone. */
export interface OpenedAt {
  scope: Scope;
  row: Row;
  month: Month;
}

/** What one record adds to a figure there. */
export function addedBy(
  contributions: Contribution[],
  { scope, row, month }: OpenedAt,
  explained: Pick<Explained, 'source'>,
  amounts: readonly string[],
): number {
  const isIn = isByMonth(explained) ? (at: Month) => at === month : (at: Month) => at <= month;
  return contributions
    .filter((one) => one.scope === scope && one.row === row && isIn(one.month))
    .reduce((sum, one) => sum + amounts.reduce((all, name) => all + (one.amounts[name] ?? 0), 0), 0);
}

/** A figure in some rows of a cube: of one month, or added up until it. */
export function valueOf(
  cube: ProgressCube,
  amounts: readonly string[],
  { rows, month, isOfMonth }: { rows: readonly Row[]; month: Month; isOfMonth: boolean },
): number {
  const width = cube.rows.length;
  const isWanted = (at: number) => {
    const [row, of] = [cube.rows[at % width], cube.months[Math.floor(at / width)]];
    return (
      row !== undefined && rows.includes(row) && of !== undefined && (isOfMonth ? of === month : of <= month)
    );
  };
  return amounts.reduce(
    (sum, name) =>
      (cube.figures[name] ?? []).reduce((all, amount, at) => (isWanted(at) ? all + amount : all), sum),
    0,
  );
}
