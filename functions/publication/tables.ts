import type { ToldFigure, ToldRegion } from './figures.ts';
import { html, type Markup } from './markup.ts';
import { shown, shownOf, type Telling } from './telling.ts';

/** A figure month by month, the newest first. */
export function growthTable(telling: Telling, { growth, figure }: ToldFigure): Markup {
  const { say, formats } = telling;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${say.month}</th>
        <th scope="col" class="count">${nameOf(telling, figure)}</th>
      </tr>
    </thead>
    <tbody>
      ${growth.toReversed().map(
        ({ month, value }) =>
          html`<tr>
            <th scope="row">${formats.capital(formats.month(month))}</th>
            <td class="count">${shown(telling, value, figure)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Figures region by region, the largest of the first above; each to the month up to which it is told. */
export function regionTable(telling: Telling, told: readonly ToldFigure[]): Markup {
  const { say, formats, language } = telling;
  const [first] = told;
  const inOrder = first?.regions.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0)) ?? [];
  const columns = told.map(({ figure, regions, regionsUntil }) => ({
    figure,
    head: `${nameOf(telling, figure)}, ${say.toEnd(formats.month(regionsUntil))}`,
    byCode: new Map<string, ToldRegion>(regions.map((region) => [region.code, region])),
  }));
  return html`<table class="regions">
    <thead>
      <tr>
        <th scope="col">${say.region}</th>
        ${columns.map(({ head }) => html`<th scope="col" class="count">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${inOrder.map(
        ({ code, names }) =>
          html`<tr>
            <th scope="row">${names[language]}</th>
            ${columns.map(({ figure, byCode }) => {
              const region = byCode.get(code);
              return html`<td class="count">${region ? shownOf(telling, region, figure) : ''}</td>`;
            })}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** What a figure is called: on the public page as the page calls it. */
export function nameOf({ language, formats, say }: Telling, { name, names }: ToldFigure['figure']): string {
  const own: Record<string, string> = {
    facilitiesLive: say.facilities,
    teleconsultations: say.given,
    workersTrained: say.trained,
    aidReceivedUsd: say.aid,
    solutionsOperating: say.solutions,
  };
  return own[name] ?? formats.capital(names[language]);
}
