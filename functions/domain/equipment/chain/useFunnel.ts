import type { Month } from '../../calendar.ts';
import type { Row } from '../../contribution.ts';
import type { ProgressCube } from '../../progress.ts';
import {
  chainSteps,
  fatesAt,
  furthestUnits,
  furthestUsd,
  unitsWithin,
  type ChainStep,
  type Fate,
} from './chain.ts';
import { daysWithin, type Days } from './dayClasses.ts';

// Loaded by screens: nothing of a schema is in here.

/** Units, and what they are worth in US cents. */
export interface Worth {
  units: number;
  usdCents: number;
}

/** Why units are not at the next step: still to come, in no plan yet, at an end, nobody trained, not used, or nobody knows. */
export type Why = Fate | 'unplanned' | 'unstaffed' | 'staffNotKnown' | 'notUsed' | 'useNotKnown';

/** One step on the way from the pledge to the use in a month. */
export interface FunnelStep extends Worth {
  step: 'pledged' | ChainStep | 'staffed' | 'used';
  /** What came to the step before and not to this one, by what became of it; they sum to the difference. */
  missing: (Worth & { why: Why })[];
  /** How long half of the units took from the step before, and a quarter and three quarters of them. */
  days?: { half: Days; quarter: Days; most: Days };
}

/**
 * The use funnel of a scope: its steps, and the month of which the last ones are told, whether someone can use the units and
 * whether they were used; without one it ends with the first use.
 */
export interface UseFunnel {
  steps: FunnelStep[];
  /** What ended after its first use. */
  ended: (Worth & { why: Why })[];
  month: Month | undefined;
}

/**
 * How far units of a scope have come, over the rows asked for, and which of them were used in `month`. A pledge is the
 * nation's: the funnel of some regions begins with what is planned for their places.
 */
export function useFunnel(cube: ProgressCube, rows: Row[] = cube.rows, month?: Month): UseFunnel {
  const sum = summer(cube, rows);
  const at = (step: ChainStep, fate: Fate): Worth => ({
    units: sum(furthestUnits(step, fate)),
    usdCents: sum(furthestUsd(step, fate)),
  });
  const staying = (step: ChainStep) => fatesAt(step).map((fate) => ({ why: fate, ...at(step, fate) }));
  const come = (step: ChainStep) =>
    total(chainSteps.slice(chainSteps.indexOf(step)).flatMap((one) => staying(one)));
  const isWhole = rows.some((row) => !row.includes('-'));
  const pledged = { units: sum('unitsPledged'), usdCents: sum('aidPledgedUsd') };
  const planned = come('planned');
  const first: FunnelStep = isWhole
    ? { step: 'pledged', ...pledged, missing: [] }
    : { step: 'planned', ...planned, missing: [] };
  const unplanned = { why: 'unplanned' as const, ...minus(pledged, planned) };
  const later = chainSteps.slice(1).map((step, index): FunnelStep => {
    const before = chainSteps[index] ?? 'planned';
    const days = daysTo(step, sum);
    const missing = [...(step === 'shipped' && isWhole ? [unplanned] : []), ...staying(before)];
    return { step, ...come(step), missing: missing.filter(isSome), ...(days && { days }) };
  });
  const ended = staying('firstUse').filter(({ why, ...worth }) => why !== 'open' && isSome(worth));
  const steps = [first, ...later];
  return {
    steps: month ? [...steps, ...inMonth(month, cube, rows, { ...come('firstUse'), ended })] : steps,
    ended,
    month,
  };
}

/**
 * What approved reports of a month show of the units that came into use: where someone can use them, as far as the month's
 * reports say so at all, and which were used. What is not among them has ended, has nobody, was not used, or nobody knows;
 * units that have moved since are counted where they were used.
 */
function inMonth(
  month: Month,
  cube: ProgressCube,
  rows: Row[],
  { ended, ...ever }: Worth & Pick<UseFunnel, 'ended'>,
): FunnelStep[] {
  const sum = summer(cube, rows, month);
  const worth = (what: string): Worth => ({ units: sum(`units${what}`), usdCents: sum(`aid${what}Usd`) });
  const [used, staffed, unstaffed] = [worth('Used'), worth('Staffed'), worth('Unstaffed')];
  const saysWho = isSome(staffed) || isSome(unstaffed);
  const notUsed = worth(saysWho ? 'StaffedNotUsed' : 'NotUsed');
  const usedStep = (from: Worth, gone: FunnelStep['missing']): FunnelStep => {
    const notKnown = positive(minus(from, total([used, notUsed, ...gone])));
    const missing = [
      { why: 'notUsed' as const, ...notUsed },
      { why: 'useNotKnown' as const, ...notKnown },
      ...gone,
    ];
    return { step: 'used', ...used, missing: missing.filter(isSome) };
  };
  if (!saysWho) return [usedStep(ever, ended)];
  const notKnown = positive(minus(ever, total([staffed, unstaffed, ...ended])));
  const missing = [
    { why: 'unstaffed' as const, ...unstaffed },
    { why: 'staffNotKnown' as const, ...notKnown },
    ...ended,
  ];
  return [{ step: 'staffed', ...staffed, missing: missing.filter(isSome) }, usedStep(staffed, [])];
}

function daysTo(step: ChainStep, sum: (name: string) => number): FunnelStep['days'] {
  const within = (share: number) => daysWithin(share, (dayClass) => sum(unitsWithin(step, dayClass)));
  const [quarter, half, most] = [within(0.25), within(0.5), within(0.75)];
  return quarter && half && most ? { quarter, half, most } : undefined;
}

/** Adds up a figure over all months, each of which has what began in it once; or of one month alone. */
export function summer(cube: ProgressCube, rows: Row[], month?: Month): (name: string) => number {
  const width = cube.rows.length;
  const isWanted = (at: number) =>
    rows.includes(cube.rows[at % width] ?? '') && (!month || cube.months[Math.floor(at / width)] === month);
  return (name) =>
    (cube.figures[name] ?? []).reduce((sum, amount, at) => (isWanted(at) ? sum + amount : sum), 0);
}

const isSome = ({ units, usdCents }: Worth): boolean => units !== 0 || usdCents !== 0;

const minus = (all: Worth, some: Worth): Worth => ({
  units: all.units - some.units,
  usdCents: all.usdCents - some.usdCents,
});

const positive = ({ units, usdCents }: Worth): Worth => ({
  units: Math.max(0, units),
  usdCents: Math.max(0, usdCents),
});

/** Units and values added up. */
export function total(worths: Worth[]): Worth {
  return worths.reduce<Worth>(
    (sum, { units, usdCents }) => ({ units: sum.units + units, usdCents: sum.usdCents + usdCents }),
    { units: 0, usdCents: 0 },
  );
}
