import { html, type Markup } from './markup.ts';
import type { PublicFigures } from './figures.ts';
import type { Formats } from './format.ts';

const picture = { width: 640, height: 240, left: 8, right: 56, top: 20, bottom: 28 } as const;

/** The growth of a figure as a line, with its years and its last value; a table beside it says the same. */
export function trendPicture({ growth }: PublicFigures, { number }: Formats, label: string): Markup {
  const { width, height, left, right, top, bottom } = picture;
  const most = Math.max(1, ...growth.map(({ value }) => value));
  const step = (width - left - right) / Math.max(1, growth.length - 1);
  const points = growth.map(({ month, value }, index) => ({
    month,
    value,
    x: Math.round(left + index * step),
    y: Math.round(height - bottom - (value / most) * (height - top - bottom)),
  }));
  const line = points.map(({ x, y }, index) => `${index ? 'L' : 'M'}${x},${y}`).join('');
  const base = height - bottom;
  const end = points.at(-1);
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">
    <line x1="${left}" y1="${base}" x2="${width - right}" y2="${base}"></line>
    ${points
      .filter(({ month }) => month.endsWith('-01'))
      .map(
        ({ month, x }) =>
          html`<line x1="${x}" y1="${base}" x2="${x}" y2="${base + 6}"></line
            ><text x="${x}" y="${height - 6}">${month.slice(0, 4)}</text>`,
      )}
    <path d="${line}"></path>
    ${end ? html`<circle cx="${end.x}" cy="${end.y}" r="5"></circle><text x="${end.x + 10}" y="${end.y + 5}">${number(end.value)}</text>` : ''}
  </svg>`;
}
