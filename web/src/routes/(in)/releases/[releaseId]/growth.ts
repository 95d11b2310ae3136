import type { Month } from '#functions/domain/calendar.ts';
import type { Bulletin } from './bulletin.ts';

/** Where things stand in a picture of so many units. */
export const picture = { width: 320, height: 190, left: 4, right: 44, top: 22, bottom: 26 } as const;

/** How many have room below the line; of more, the newest and every so many before it. */
const mostJanuaries = 4;

/** The width of a letter, at most. */
const letter = 6.2;

/** The middle of words over a place of the picture, no part of which is outside. */
export function middleOf(x: number, words: string): number {
  const half = (words.length * letter) / 2;
  return Math.max(half, Math.min(x, picture.width - half));
}

interface Point {
  x: number;
  y: number;
}

/** The growth of a figure as a line, its Januaries as far as there is room, and what happened on the way. */
export function growthPicture({ growth, milestones }: Pick<Bulletin, 'growth' | 'milestones'>) {
  const { width, height, left, right, top, bottom } = picture;
  const most = Math.max(1, ...growth.map(({ value }) => value));
  const step = (width - left - right) / Math.max(1, growth.length - 1);
  const xAt = (index: number) => left + index * step;
  const yOf = (value: number) => height - bottom - (value / most) * (height - top - bottom);
  const points = growth.map(({ value }, index): Point => ({ x: xAt(index), y: yOf(value) }));
  const indexOf = (month: Month) => growth.findIndex((one) => one.month === month);
  const januaries = growth.flatMap(({ month }, index) =>
    month.endsWith('-01') ? [{ month, x: xAt(index) }] : [],
  );
  const every = Math.ceil(januaries.length / mostJanuaries);
  return {
    line: points.map(({ x, y }, index) => `${index ? 'L' : 'M'}${x.toFixed(1)},${y.toFixed(1)}`).join(''),
    end: points.at(-1),
    januaries: januaries.filter((_, index) => (januaries.length - 1 - index) % every === 0),
    // What is known only by its year stands in words beside it.
    marks: milestones.flatMap((milestone) => {
      const index = milestone.on.length > 4 ? indexOf(milestone.on.slice(0, 7)) : -1;
      return index < 0 ? [] : [{ milestone, x: xAt(index) }];
    }),
  };
}
