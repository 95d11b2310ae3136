import type { Colours } from '#lib/chart/colours.ts';
import { number } from '#lib/i18n/format.ts';
import type { Spot } from './clusters.ts';
import type { Standing } from './standing.ts';

/** Pixels from the middle of a point to its edge. */
export const pointRadius = 6;

/** The same of several facilities: the more there are, the larger, by area and within bounds. */
export function clusterRadius(count: number): number {
  return Math.min(26, 11 + 1.6 * Math.sqrt(count));
}

/** Of a square, how much is filled at a stage on the way. */
const filled: Partial<Record<Standing, number>> = { connected: 1 / 3, equipped: 2 / 3, trained: 1 };

/** Draws a point: a disc that is live and confirmed, half a disc that is stale, a diamond that never reported, a square on the way. */
export function drawPoint(pen: CanvasRenderingContext2D, standing: Standing, colours: Colours): void {
  const isOfConcern = standing === 'stale' || standing === 'neverReported';
  pen.lineWidth = 1.75;
  pen.strokeStyle = isOfConcern ? colours.warn : standing === 'suspended' ? colours.soft : colours.accent;
  pen.fillStyle = colours.paper;
  outline(pen, standing);
  pen.fill();
  inside(pen, standing);
  outline(pen, standing);
  pen.stroke();
}

function outline(pen: CanvasRenderingContext2D, standing: Standing): void {
  const r = pointRadius;
  pen.beginPath();
  if (standing === 'confirmed' || standing === 'stale') pen.arc(0, 0, r, 0, 2 * Math.PI);
  else if (standing === 'neverReported') diamond(pen, r + 1);
  else pen.rect(-r + 1, -r + 1, 2 * r - 2, 2 * r - 2);
}

function diamond(pen: CanvasRenderingContext2D, r: number): void {
  pen.moveTo(0, -r);
  pen.lineTo(r, 0);
  pen.lineTo(0, r);
  pen.lineTo(-r, 0);
  pen.closePath();
}

function inside(pen: CanvasRenderingContext2D, standing: Standing): void {
  const r = pointRadius;
  pen.fillStyle = pen.strokeStyle;
  pen.beginPath();
  if (standing === 'confirmed') pen.arc(0, 0, r, 0, 2 * Math.PI);
  else if (standing === 'stale') pen.arc(0, 0, r, 0.5 * Math.PI, 1.5 * Math.PI);
  else if (standing === 'suspended') cross(pen, r - 1);
  else {
    const side = 2 * r - 2;
    const high = side * (filled[standing] ?? 0);
    pen.rect(-side / 2, side / 2 - high, side, high);
  }
  if (standing === 'suspended') pen.stroke();
  else if (standing !== 'neverReported') pen.fill();
}

function cross(pen: CanvasRenderingContext2D, r: number): void {
  pen.moveTo(-r, -r);
  pen.lineTo(r, r);
  pen.moveTo(r, -r);
  pen.lineTo(-r, r);
}

/** The shares of a ring, from the top on: confirmed is thick, of concern is thick and apart, on the way is thin. */
const shares: { standings: Standing[]; colour: 'accent' | 'warn' | 'soft'; width: number }[] = [
  { standings: ['confirmed'], colour: 'accent', width: 4 },
  { standings: ['stale', 'neverReported'], colour: 'warn', width: 4 },
  { standings: ['trained', 'equipped', 'connected', 'planned', 'suspended'], colour: 'soft', width: 1.5 },
];

/** Draws several facilities as their number in a ring of their shares. */
export function drawCluster(
  pen: CanvasRenderingContext2D,
  { count, standings: counts }: Extract<Spot, { cluster: number }>,
  colours: Colours,
): void {
  const r = clusterRadius(count);
  pen.fillStyle = colours.paper;
  pen.beginPath();
  pen.arc(0, 0, r, 0, 2 * Math.PI);
  pen.fill();
  let from = -Math.PI / 2;
  for (const { standings, colour, width } of shares) {
    const share = standings.reduce((sum, standing) => sum + (counts[standing] ?? 0), 0) / count;
    if (share === 0) continue;
    const to = from + 2 * Math.PI * share;
    // Parts of a ring end apart, so that they are told by more than their colours.
    const gap = share < 1 ? Math.min(0.08, (to - from) / 4) : 0;
    pen.strokeStyle = colours[colour];
    pen.lineWidth = width;
    pen.beginPath();
    pen.arc(0, 0, r - 2, from + gap, to - gap);
    pen.stroke();
    from = to;
  }
  pen.fillStyle = colours.ink;
  pen.font = `600 12px ${colours.font}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(number(count), 0, 0.5);
}

/** Draws lines from a facility to those that it has to do with. */
export function drawLinks(
  pen: CanvasRenderingContext2D,
  from: readonly [number, number],
  to: readonly (readonly [number, number])[],
  colours: Colours,
): void {
  pen.strokeStyle = colours.ink;
  pen.lineWidth = 1.5;
  pen.beginPath();
  for (const end of to) {
    pen.moveTo(...from);
    pen.lineTo(...end);
  }
  pen.stroke();
}

/** Draws a ring around the facility that is looked at. */
export function drawRing(pen: CanvasRenderingContext2D, colours: Colours): void {
  pen.strokeStyle = colours.ink;
  pen.lineWidth = 2;
  pen.beginPath();
  pen.arc(0, 0, pointRadius + 5, 0, 2 * Math.PI);
  pen.stroke();
}
