import type { Outline } from '../domain/map/outline.ts';
import { rangesOf, stepAt, stepsOf } from '../domain/map/steps.ts';
import type { ToldFigure, ToldRegion } from './figures.ts';
import { html, type Markup } from './markup.ts';
import { shownOf, type Telling } from './telling.ts';

/** How far numbers stand apart on a phone, in units of the picture: those of larger figures stay. */
const apart = { x: 46, y: 30 } as const;
/** Letters for which a region has room: what is longer is told by the classes and the table alone. */
const longest = 5;

/** The regions shaded by a figure, with the classes in words; a table says the same. */
export function mapPicture(told: ToldFigure, telling: Telling, outline: Outline, label: string): Markup {
  const { say, language, formats } = telling;
  const { regions, figure } = told;
  const values = regions.map(({ value }) => value ?? 0);
  const starts = stepsOf(values);
  const most = Math.max(...values);
  const byCode = new Map<string, ToldRegion>(regions.map((region) => [region.code, region]));
  const known = outline.regions.flatMap(({ code, path, label: at }) => {
    const region = byCode.get(code);
    return region ? [{ region, path, at, kind: kindOf(region, stepAt(starts, region.value)) }] : [];
  });
  const numbered = known
    .filter(({ region }) => region.value)
    .toSorted((a, b) => (b.region.value ?? 0) - (a.region.value ?? 0));
  const amount = (value: number): string => formats.amount(figure, value);
  const areShort = numbered.every(({ region }) => amount(region.value ?? 0).length <= longest);
  const roomy = roomyOf(numbered.map(({ at }) => at));
  const kinds = new Set(known.map(({ kind }) => kind));
  return html`<svg
      class="map"
      viewBox="0 0 ${outline.width} ${outline.height}"
      role="img"
      aria-label="${label}"
    >
      ${hatch}${known.map(
        ({ region, path, kind }) =>
          html`<path class="${kind}" d="${path}"
            ><title>${region.names[language]}: ${shownOf(telling, region, figure)}</title></path
          >`,
      )}
      <g aria-hidden="true">
        ${(areShort ? numbered : []).map(({ region, at, kind }, index) => numberAt(at, amount(region.value ?? 0), kind, roomy[index] ?? false))}
      </g>
    </svg>
    <ul class="classes">
      ${rangesOf(starts, figure.unit === 'usdCents' ? 100 : 1).map(
        ({ step, from, to = from === most ? from : undefined }) =>
          html`<li>
            ${swatch(`s${step}`)}${to === undefined ? say.andMore(amount(from)) : to <= from ? amount(from) : say.range(amount(from), amount(to))}
          </li>`,
      )}
      ${kinds.has('s0') ? html`<li>${swatch('s0')}${say.nothing}</li>` : ''}
      ${kinds.has('hidden') ? html`<li>${swatch('hidden')}${say.notShown}</li>` : ''}
      ${kinds.has('beyond') ? html`<li>${swatch('beyond')}${say.outOfReach}</li>` : ''}
    </ul>`;
}

/** A region's number, beside a region that is too small with a line that leads there; on a phone only where there is room. */
function numberAt(at: number[] | undefined, text: string, kind: string, isRoomy: boolean): Markup {
  const [x, y, toX, toY] = at ?? [];
  if (x === undefined || y === undefined) return html``;
  const isBeside = toX !== undefined && toY !== undefined;
  const line = isBeside ? html`<path class="lead" d="M${x},${y + 8}L${toX},${toY}" />` : '';
  return html`<g class="${isRoomy && !isBeside ? 'roomy' : 'close'}"
    >${line}<text class="${isBeside ? 'beside' : `n${kind}`}" x="${x}" y="${y}">${text}</text></g
  >`;
}

/** Which of places in order stand far enough from all before that stay. */
function roomyOf(places: (number[] | undefined)[]): boolean[] {
  const stay: number[][] = [];
  return places.map((at) => {
    const [x = 0, y = 0] = at ?? [];
    const isFar = stay.every(([a = 0, b = 0]) => Math.abs(a - x) >= apart.x || Math.abs(b - y) >= apart.y);
    if (isFar) stay.push([x, y]);
    return isFar;
  });
}

/** A region as it is drawn: by its step, or as what has none. */
function kindOf({ value, isOutOfReach }: ToldRegion, step: number | undefined): string {
  if (isOutOfReach && !value) return 'beyond';
  if (value === undefined) return 'hidden';
  return `s${step ?? 0}`;
}

/** Lines one way for what is not shown, both ways for what is out of reach: they are told apart without any colour. */
const hatch = html`<defs
  ><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"
    ><path class="hatch" d="M0,0V6" /></pattern
  ><pattern id="cross" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"
    ><path class="hatch" d="M0,0V7M0,0H7" /></pattern
></defs>`;

const swatch = (kind: string): Markup =>
  html`<svg class="map swatch" viewBox="0 0 24 16" aria-hidden="true">
    <path class="${kind}" d="M1,1H23V15H1Z" />
  </svg>`;
