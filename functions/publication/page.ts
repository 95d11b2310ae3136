import type { CountryPack } from '../domain/countryPack.ts';
import { languages, nameIn, type Language } from '../domain/names.ts';
import { ownLanguage } from '../domain/countryPack.ts';
import type { PublicRelease, PublicReleaseHead } from '../domain/release/publicRelease.ts';
import { publicFigures, type Told } from './figures.ts';
import { formatsOf, type Formats } from './format.ts';
import { html, Markup } from './markup.ts';
import { dataPath, pagePath } from './paths.ts';
import { pageStyle } from './style.ts';
import { trendPicture } from './trend.ts';
import { words, type Words } from './words.ts';

/** What a page is made of. */
export interface Publishing {
  pack: CountryPack;
  /** The newest release as everybody may read it; undefined before there is one. */
  newest: PublicRelease | undefined;
  /** All releases that everybody may read, the newest first. */
  releases: readonly PublicReleaseHead[];
  /** Whether the data is made up. */
  isSample: boolean;
}

interface Telling extends Publishing {
  language: Language;
  say: Words;
  formats: Formats;
}

/** The public page in a language: the figures of the newest release, readable without any script. */
export function publicPage(publishing: Publishing, language: Language): string {
  const say = words[language];
  const telling: Telling = { ...publishing, language, say, formats: formatsOf(language) };
  const { pack, newest, isSample } = telling;
  const ministry = nameIn(pack.ministry.names, language, ownLanguage(pack));
  const page = html`<html lang="${language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${say.title}: ${pack.names[language]}</title>
      ${languages.map((each) => html`<link rel="alternate" hreflang="${each}" href="${pagePath(each)}" />`)}
      <style>
        ${new Markup(pageStyle)}
      </style>
    </head>
    <body>
      <header>
        <div class="wide">
          <p><strong>${ministry}</strong><br /><small>${say.title}</small></p>
          ${languageLinks(language)}
        </div>
        ${isSample ? html`<div class="sample"><p>${say.sample}</p></div>` : ''}
      </header>
      <main class="wide">
        ${
          newest
            ? released(telling, newest, ministry)
            : html`<h1>${say.title}: ${pack.names[language]}</h1>
                <p>${say.none}</p>`
        }
      </main>
      <footer>
        <div class="wide"><a href="/sign-in">${say.signIn}</a></div>
      </footer>
    </body>
  </html>`;
  return `<!doctype html>\n${page.text}\n`;
}

function languageLinks(current: Language): Markup {
  return html`<nav aria-label="Language">
    <ul>
      ${languages.map((each) =>
        each === current
          ? html`<li lang="${each}"><span aria-current="page">${words[each].language}</span></li>`
          : html`<li lang="${each}">
              <a href="${pagePath(each)}" hreflang="${each}">${words[each].language}</a>
            </li>`,
      )}
    </ul>
  </nav>`;
}

function released(telling: Telling, newest: PublicRelease, ministry: string): Markup {
  const { pack, language, say, formats } = telling;
  const { release } = newest;
  const { month, day, number } = formats;
  const figures = publicFigures(newest, pack);
  const { open } = release;
  const top = Math.max(1, ...figures.uses.map(({ value }) => value));
  return html` <h1>
      ${say.facilities}: ${number(figures.live)}. ${say.given}: ${shown(telling, figures.given)}
    </h1>
    <p>${say.asOf(month(release.month), day(release.madeOn))}</p>
    <dl class="leads">
      ${lead(telling, say.facilities, figures.live, say.more(formats.change(figures.change)))}
      ${lead(telling, say.given, figures.given)}
      ${lead(telling, say.trained, figures.trained, figures.sessions === undefined ? '' : say.sessions(number(figures.sessions)))}
      ${lead(telling, say.aid, figures.aidUsdCents === undefined ? undefined : Math.round(figures.aidUsdCents / 100))}
      ${lead(telling, say.solutions, figures.operating, figures.preparing === undefined ? '' : say.preparing(number(figures.preparing)))}
    </dl>
    <div class="two">
      <section aria-labelledby="trend">
        <h2 id="trend">${say.trend}</h2>
        ${trendPicture(figures, formats, `${say.trend}: ${number(figures.live)}`)}
        <details>
          <summary>${say.table}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">${say.month}</th>
                <th scope="col" class="count">${say.facilities}</th>
              </tr>
            </thead>
            <tbody>
              ${figures.growth.map(
                ({ month: each, value }) =>
                  html`<tr>
                    <th scope="row">${month(each)}</th>
                    <td class="count">${number(value)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </details>
        ${milestonesOf(telling, newest)}
      </section>
      <section aria-labelledby="uses">
        <h2 id="uses">${say.uses}</h2>
        <p class="soft">${say.usesOf}</p>
        <table>
          <tbody>
            ${figures.uses.map(
              ({ names, value }) =>
                html`<tr>
                  <th scope="row">${formats.capital(names[language])}</th>
                  <td aria-hidden="true"><meter min="0" max="${top}" value="${value}"></meter></td>
                  <td class="count">${number(value)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </section>
    </div>
    <section class="two" aria-labelledby="where">
      <div>
        <h2 id="where">${say.where}</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">${say.region}</th>
              <th scope="col" class="count">${say.facilities}</th>
              <th scope="col" class="count">${say.givenTo(month(figures.quarter))}</th>
            </tr>
          </thead>
          <tbody>
            ${figures.regions.map(
              ({ names, live, given }) =>
                html`<tr>
                  <th scope="row">${names[language]}</th>
                  <td class="count">${number(live)}</td>
                  <td class="count">${shown(telling, given)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="soft">${say.notShownMeans}</p>
    </section>
    <div class="two">
      <section aria-labelledby="means">
        <h2 id="means">${say.means}</h2>
        <dl class="meanings">
          <dt>${say.facilities}</dt>
          <dd>${say.meansLive}</dd>
          <dt>${say.given}</dt>
          <dd>${say.meansGiven}</dd>
          <dt>${say.trained}</dt>
          <dd>${say.meansTrained}</dd>
          <dt>${say.aid}</dt>
          <dd>${say.meansAid}</dd>
        </dl>
      </section>
      <div>
        <section aria-labelledby="trust">
          <h2 id="trust">${say.trust}</h2>
          <p>${say.trustText}</p>
        </section>
        <section aria-labelledby="not-in">
          <h2 id="not-in">${say.notIn}</h2>
          <p>
            ${
              open.ofMonth === 0
                ? say.allIn(month(release.month))
                : say.notInText(number(open.ofMonth), number(open.expected), month(release.month))
            }
          </p>
        </section>
      </div>
    </div>
    ${openData(telling)}
    <p class="soft">${say.cite(`${ministry}, ${say.title}`, release.releaseId, day(release.madeOn))}</p>`;
}

function shown({ say, formats }: Telling, value: Told): string {
  return value === undefined ? say.notShown : formats.number(value);
}

function lead(telling: Telling, name: string, value: Told, note = ''): Markup {
  const kind = value === undefined ? html` class="hidden"` : '';
  return html`<div><dt>${name}</dt><dd${kind}>${shown(telling, value)}</dd>${note ? html`<dd class="note">${note}</dd>` : ''}</div>`;
}

function milestonesOf({ say, language, pack, formats }: Telling, { milestones }: PublicRelease): Markup {
  if (milestones.length === 0) return html``;
  const inOrder = milestones.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  return html`<h2>${say.milestones}</h2>
    <dl class="meanings">
      ${inOrder.map(({ names, on, count, of: whole }) => {
        const part =
          count === undefined || whole === undefined
            ? ''
            : `: ${say.partOf(formats.number(count), formats.number(whole))}`;
        return html`<dt>${formats.moment(on)}</dt>
          <dd>${nameIn(names, language, ownLanguage(pack))}${part}</dd>`;
      })}
    </dl>`;
}

function openData({ say, releases, formats }: Telling): Markup {
  return html`<section class="two" aria-labelledby="data">
    <div>
      <h2 id="data">${say.openData}</h2>
      <p class="soft">${say.licence}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">${say.release}</th>
            <th scope="col">${say.releasedOn}</th>
            <th scope="col">${say.data}</th>
          </tr>
        </thead>
        <tbody>
          ${releases.map(
            ({ releaseId, month, madeOn }) =>
              html`<tr>
                <th scope="row">${formats.month(month)}<br /><small>${releaseId}</small></th>
                <td>${formats.day(madeOn)}</td>
                <td><a href="${dataPath(releaseId)}">JSON</a></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
