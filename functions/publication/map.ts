import type { DrawnCountry } from '../domain/map/shapes.ts';
import { rangesOf, stepAt, stepsOf } from '../domain/map/steps.ts';
import type { ToldFigure } from './figures.ts';
import { html, type Markup } from './markup.ts';
import type { Telling } from './telling.ts';

/** How much room around its middle a region needs for its number, in units of the sheet: on a wide screen, and on a phone. */
const enough = { wide: 17, narrow: 34 } as const;

/** The regions shaded by a figure, with the classes in words; a table says the same. */
export function mapPicture(told: ToldFigure, telling: Telling, drawn: DrawnCountry, label: string): Markup {
  const { say, language } = telling;
  const { value: _, regions, figure } = told;
  const starts = stepsOf(regions.map(({ value }) => value ?? 0));
  const byCode = new Map(regions.map((region) => [region.code, region]));
  const amount = (value: number): string => telling.formats.amount(figure, value);
  const shapes = drawn.shapes.map(({ code, path, middle: [x, y], room }) => {
    const region = byCode.get(code);
    const step = stepAt(starts, region?.value);
    const kind = region?.value === undefined ? 'hidden' : step === undefined ? 's0' : `s${step}`;
    const said = region?.value === undefined ? say.notShown : amount(region.value);
    const text = region?.value ? amount(region.value) : '';
    const fits = (wanted: number): boolean => room >= wanted * Math.max(1, text.length / 2.4);
    const number =
      text && fits(enough.wide)
        ? html`<text
            class="n${step ?? 0}${fits(enough.narrow) ? '' : ' small'}"
            x="${Math.round(x)}"
            y="${Math.round(y)}"
            >${text}</text
          >`
        : '';
    return {
      area: html`<path class="${kind}" d="${rounded(path)}"
        ><title>${region?.names[language] ?? code}: ${said}</title></path
      >`,
      number,
    };
  });
  const someHidden = regions.some(({ value }) => value === undefined);
  const someNothing = regions.some(({ value }) => value === 0);
  return html`<svg
      class="map"
      viewBox="0 0 ${Math.ceil(drawn.width)} ${Math.ceil(drawn.height)}"
      role="img"
      aria-label="${label}"
    >
      ${hatch}${shapes.map(({ area }) => area)}
      <g aria-hidden="true">${shapes.map(({ number }) => number)}</g>
    </svg>
    <ul class="classes">
      ${rangesOf(starts).map(
        ({ step, from, to }) =>
          html`<li>
            ${swatch(`s${step}`)}${to === undefined ? say.andMore(amount(from)) : to <= from ? amount(from) : say.range(amount(from), amount(to))}
          </li>`,
      )}
      ${someNothing ? html`<li>${swatch('s0')}${say.nothing}</li>` : ''}
      ${someHidden ? html`<li>${swatch('hidden')}${say.notShown}</li>` : ''}
    </ul>`;
}

/** Lines for what is not shown: it is told apart without any colour. */
const hatch = html`<defs
  ><pattern id="hatch" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"
    ><path class="hatch" d="M0,0V9" /></pattern
></defs>`;

const swatch = (kind: string): Markup =>
  html`<svg class="map swatch" viewBox="0 0 24 16" aria-hidden="true">
    <path class="${kind}" d="M1,1H23V15H1Z" />
  </svg>`;

/** Whole units of the sheet are finer than a screen shows. */
const rounded = (path: string): string =>
  path.replaceAll(/-?\d+\.\d+/g, (each) => String(Math.round(Number(each))));
