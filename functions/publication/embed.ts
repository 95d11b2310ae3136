import type { Language } from '../domain/names.ts';
import { publicDocument } from './document.ts';
import { embeddable } from './embeddable.ts';
import { toldFigure, type ToldFigure } from './figures.ts';
import { mapPicture } from './map.ts';
import { html, type Markup } from './markup.ts';
import { embedPath, pagePath, views, type View } from './paths.ts';
import { growthTable, nameOf, regionTable } from './tables.ts';
import { shown, tellingIn, type Publishing, type Telling } from './telling.ts';
import { narrowTrend } from './trend.ts';

/** How large each view is, so that nothing of it is cut off. */
const heights: Record<View, number> = { number: 210, trend: 460, map: 560 };
const width = 320;

/** A figure of the newest release for another site to show within its own page. */
export function embedded(publishing: Publishing, language: Language, name: string, view: View): string {
  const telling = tellingIn(publishing, language);
  const { pack, newest, say, formats, origin, ministry, isSample } = telling;
  const told = newest && toldFigure(newest, name, pack);
  const title = told ? nameOf(telling, told.figure) : say.title;
  const month = newest ? say.toEnd(formats.month(newest.release.month)) : say.none;
  return publicDocument({
    language,
    title: `${title}: ${pack.names[language]}`,
    description: `${title}, ${month}`,
    origin,
    pathIn: (each) => embedPath(each, name, view),
    kind: 'embed',
    body: html`<main>
        <h1>${title}</h1>
        ${told ? shows[view](telling, told, title) : html`<p>${say.none}</p>`}
      </main>
      <footer>
        <p class="soft">
          ${ministry}${newest ? `, ${month}` : ''}. ${isSample ? say.sample : ''}
          <a href="${origin}${pagePath(language)}" target="_blank" rel="noopener">${say.more}</a>
        </p>
      </footer>`,
  });
}

const shows: Record<View, (telling: Telling, told: ToldFigure, title: string) => Markup> = {
  number: numberView,
  trend: (telling, told, title) => {
    const { say, formats } = telling;
    return html`${narrowTrend({ told, formats, label: title })}
      ${told.growth.some(({ value }) => value === undefined) ? html`<p class="soft">${say.gap}</p>` : ''}
      <details>
        <summary>${say.table}</summary>
        ${growthTable(telling, told)}
      </details>`;
  },
  map: (telling, told, title) => {
    const { say, formats, outline } = telling;
    const until = say.toEnd(formats.month(told.regionsUntil));
    if (!outline || !isByRegion(told)) return numberView(telling, told);
    return html`<p class="soft">${formats.capital(until)}</p>
      ${mapPicture(told, telling, outline, `${title}, ${until}`)}
      <details>
        <summary>${say.table}</summary>
        ${regionTable(telling, [told])}
      </details>`;
  },
};

/** Whether regions have a part in it: what belongs to the whole country would be a map of nothing. */
const isByRegion = ({ value, regions }: ToldFigure): boolean =>
  value === 0 || regions.some((region) => region.value !== 0 && !region.isOutOfReach);

function numberView(telling: Telling, { figure, value }: ToldFigure): Markup {
  const kind = value === undefined ? 'number hidden' : 'number';
  return html`<p class="${kind}">${shown(telling, value, figure)}</p>`;
}

/** What a site's own people copy into their page. */
export function embedSection(telling: Telling): Markup {
  const { say, newest, pack, language } = telling;
  if (!newest) return html``;
  return html`<section class="screen" aria-labelledby="embed">
    <h2 id="embed">${say.embed}</h2>
    <details>
      <summary>${telling.formats.capital(views.map((view) => say.views[view]).join(', '))}</summary>
      <p>${say.embedHow}</p>
      ${views.map(
        (view) =>
          html`<h3>${telling.formats.capital(say.views[view])}</h3>
            <pre tabindex="0"><code>${lineFor(telling, 'facilitiesLive', view)}</code></pre>`,
      )}
      <ul class="releases">
        ${embeddable(pack).map((name) => {
          const told = toldFigure(newest, name, pack);
          const title = nameOf(telling, told.figure);
          const link = (view: View): Markup =>
            html`<a href="${embedPath(language, name, view)}"
              >${say.views[view]}<span class="unseen">: ${title}</span></a
            > `;
          return html`<li>
            <p>${title} <code class="soft">${name}</code></p>
            <p class="files">${views.filter((view) => view !== 'map' || isByRegion(told)).map(link)}</p>
          </li>`;
        })}
      </ul>
    </details>
  </section>`;
}

function lineFor(telling: Telling, name: string, view: View): string {
  const { origin, language, newest, pack } = telling;
  const title = newest ? nameOf(telling, toldFigure(newest, name, pack).figure).replaceAll('"', '') : '';
  return `<iframe src="${origin}${embedPath(language, name, view)}" title="${title}" width="${width}" height="${heights[view]}" loading="lazy"></iframe>`;
}
