import type { Month } from '#functions/domain/calendar.ts';
import type { Milestone } from '#functions/domain/plan/milestone.ts';
import type { Bulletin } from './bulletin.ts';

/** Where things stand in a picture of so many units. */
export const picture = { width: 320, height: 190, left: 4, right: 44, top: 22, bottom: 26 } as const;

/** How many have room below the line; of more, the newest and every so many before it. */
const mostJanuaries = 4;

/** The width of a letter, at most. */
const letter = 6.2;

/** Between words that stand one above the other. */
export const wordsHeight = 13;

/** The middle of words over a place of the picture, no part of which is outside. */
export function middleOf(x: number, words: string): number {
  const half = (words.length * letter) / 2;
  return Math.max(half, Math.min(x, picture.width - half));
}

interface Point {
  x: number;
  y: number;
}

/** What happened in a month, in words over it. */
export interface GrowthMark {
  milestone: Milestone;
  x: number;
  words: string;
  middle: number;
  /** Counted from the picture up: words that would overlap stand above each other. */
  row: number;
}

/** The growth of a figure as a line, its Januaries as far as there is room, and what happened on the way. */
export function growthPicture(
  { growth, milestones }: Pick<Bulletin, 'growth' | 'milestones'>,
  wordsOf: (milestone: Milestone) => string,
) {
  const { width, height, left, right, bottom } = picture;
  const most = Math.max(1, ...growth.map(({ value }) => value));
  const step = (width - left - right) / Math.max(1, growth.length - 1);
  const xAt = (index: number) => left + index * step;
  const indexOf = (month: Month) => growth.findIndex((one) => one.month === month);
  // What is known only by its year stands in words beside it.
  const marks = milestones.reduce<GrowthMark[]>((before, milestone) => {
    const index = milestone.on.length > 4 ? indexOf(milestone.on.slice(0, 7)) : -1;
    if (index < 0) return before;
    const words = wordsOf(milestone);
    const mark = { milestone, x: xAt(index), words, middle: middleOf(xAt(index), words) };
    return [...before, { ...mark, row: firstFree(mark, before) }];
  }, []);
  const top = picture.top + wordsHeight * Math.max(0, ...marks.map(({ row }) => row));
  const yOf = (value: number) => height - bottom - (value / most) * (height - top - bottom);
  const points = growth.map(({ value }, index): Point => ({ x: xAt(index), y: yOf(value) }));
  const januaries = growth.flatMap(({ month }, index) =>
    month.endsWith('-01') ? [{ month, x: xAt(index) }] : [],
  );
  const every = Math.ceil(januaries.length / mostJanuaries);
  return {
    line: points.map(({ x, y }, index) => `${index ? 'L' : 'M'}${x.toFixed(1)},${y.toFixed(1)}`).join(''),
    end: points.at(-1),
    januaries: januaries.filter((_, index) => (januaries.length - 1 - index) % every === 0),
    top,
    marks,
  };
}

/** The first row in which no other words reach into these. */
function firstFree({ middle, words }: Omit<GrowthMark, 'row'>, marks: readonly GrowthMark[]): number {
  const isNear = (other: GrowthMark) =>
    Math.abs(other.middle - middle) < ((other.words.length + words.length + 1) * letter) / 2;
  const taken = marks.filter(isNear).map(({ row }) => row);
  let row = 0;
  while (taken.includes(row)) row += 1;
  return row;
}
