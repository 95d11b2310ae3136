import type { DrawnCountry } from '../domain/map/shapes.ts';
import { rangesOf, stepAt, stepsOf } from '../domain/map/steps.ts';
import type { ToldFigure, ToldRegion } from './figures.ts';
import { html, type Markup } from './markup.ts';
import { shownOf, type Telling } from './telling.ts';

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
    const kind = region ? kindOf(region, step) : 's0';
    const said = region ? shownOf(telling, region, figure) : '';
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
  const kinds = new Set(regions.map((region) => kindOf(region, stepAt(starts, region.value))));
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
      ${kinds.has('s0') ? html`<li>${swatch('s0')}${say.nothing}</li>` : ''}
      ${kinds.has('hidden') ? html`<li>${swatch('hidden')}${say.notShown}</li>` : ''}
      ${kinds.has('beyond') ? html`<li>${swatch('beyond')}${say.outOfReach}</li>` : ''}
    </ul>`;
}

/** A region as it is drawn: by its step, or as what has none. */
function kindOf({ value, isOutOfReach }: ToldRegion, step: number | undefined): string {
  if (isOutOfReach && !value) return 'beyond';
  if (value === undefined) return 'hidden';
  return `s${step ?? 0}`;
}

/** Lines one way for what is not shown, both ways for what is out of reach: they are told apart without any colour. */
const hatch = html`<defs
  ><pattern id="hatch" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"
    ><path class="hatch" d="M0,0V9" /></pattern
  ><pattern id="cross" width="11" height="11" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"
    ><path class="hatch" d="M0,0V11M0,0H11" /></pattern
></defs>`;

const swatch = (kind: string): Markup =>
  html`<svg class="map swatch" viewBox="0 0 24 16" aria-hidden="true">
    <path class="${kind}" d="M1,1H23V15H1Z" />
  </svg>`;

/** Whole units of the sheet are finer than a screen shows. */
const rounded = (path: string): string =>
  path.replaceAll(/-?\d+\.\d+/g, (each) => String(Math.round(Number(each))));
