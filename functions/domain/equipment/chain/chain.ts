import { dayClasses, type DayClass } from './dayClasses.ts';

// Loaded by screens: nothing of a schema is in here.

/** What every given unit goes through on its way into use, in order. Each is the name of the event by which it is reached. */
export const chainSteps = ['planned', 'shipped', 'received', 'installed', 'firstUse'] as const;
export type ChainStep = (typeof chainSteps)[number];

/** How units end that go no further. */
export const chainEnds = ['returned', 'lost', 'destroyed', 'scrapped'] as const;
/** Whether units may still go further, or how they ended. */
export type Fate = 'open' | (typeof chainEnds)[number];

/** A figure of the chain: kept in scopes of their own, so that no dashboard carries it. */
export interface ChainFigure {
  readonly name: string;
  /** What rows of progress keep it under: three letters, as the catalogue's figures have two; never given to another. */
  readonly key: string;
}

const stepLetters: Record<ChainStep, string> = {
  planned: 'p',
  shipped: 's',
  received: 'r',
  installed: 'i',
  firstUse: 'u',
};
const fateLetters: Record<Fate, string> = {
  open: 'o',
  returned: 't',
  lost: 'l',
  destroyed: 'd',
  scrapped: 'c',
};

/** What becomes of units that reached a step and none after it; what nobody has received can only be lost. */
export function fatesAt(step: ChainStep): Fate[] {
  if (step === 'planned') return ['open'];
  return step === 'shipped' ? ['open', 'lost'] : ['open', ...chainEnds];
}

/** Units that came as far as a step and no further, by what became of them. */
export const furthestUnits = (step: ChainStep, fate: Fate): string => `furthest.${step}.${fate}.units`;
/** What they are worth, in US cents. */
export const furthestUsd = (step: ChainStep, fate: Fate): string => `furthest.${step}.${fate}.usd`;
/** Units that took so long from the step before to this one. */
export const unitsWithin = (step: ChainStep, dayClass: DayClass): string => `days.${step}.${dayClass}`;

const furthest = chainSteps.flatMap((step) =>
  fatesAt(step).flatMap((fate): ChainFigure[] => {
    const letters = `${stepLetters[step]}${fateLetters[fate]}`;
    return [
      { name: furthestUnits(step, fate), key: `n${letters}` },
      { name: furthestUsd(step, fate), key: `a${letters}` },
    ];
  }),
);

const days = chainSteps.slice(1).flatMap((step) =>
  dayClasses.map((dayClass): ChainFigure => {
    return { name: unitsWithin(step, dayClass), key: `d${stepLetters[step]}${dayClass}` };
  }),
);

/** Units that it took so long to repair. */
export const repairedWithin = (dayClass: DayClass): string => `days.repaired.${dayClass}`;

/** Every figure of the chain, and of repairs. */
export const chainFigures: readonly ChainFigure[] = [
  ...furthest,
  ...days,
  { name: 'repairs', key: 'xrn' },
  { name: 'downtimeDays', key: 'xrd' },
  ...dayClasses.map((dayClass) => ({ name: repairedWithin(dayClass), key: `dm${dayClass}` })),
];
