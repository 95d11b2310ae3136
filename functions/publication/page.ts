import { languages, type Language } from '../domain/names.ts';
import type { PublicRelease } from '../domain/release/publicRelease.ts';
import { publicDocument } from './document.ts';
import { embedSection } from './embed.ts';
import { publicFigures, type PublicFigures, type Told } from './figures.ts';
import { html, type Markup } from './markup.ts';
import { openDataSection } from './openDataSection.ts';
import { pagePath } from './paths.ts';
import { meaningSections, trendSection, usesSection, whereSection } from './sections.ts';
import { shown, tellingIn, type Publishing, type Telling } from './telling.ts';
import { words } from './words.ts';

/** The public page in a language: the figures of the newest release, readable without any script. */
export function publicPage(publishing: Publishing, language: Language): string {
  const telling = tellingIn(publishing, language);
  const { pack, newest, say, formats, origin, ministry } = telling;
  const country = pack.names[language];
  return publicDocument({
    language,
    title: `${say.title}: ${country}`,
    description: newest ? say.about(country, formats.month(newest.release.month)) : say.none,
    origin,
    pathIn: pagePath,
    kind: 'page',
    body: html`${header(telling)}
      <main class="wide">
        ${
          newest
            ? released(telling, newest)
            : html`<h1>${say.title}: ${country}</h1>
                <p class="calm">${say.none}</p>`
        }
      </main>
      <footer>
        <div class="wide">
          <p class="soft">${ministry}</p>
          <p><a href="/start">${say.signIn}</a></p>
        </div>
      </footer>`,
  });
}

function header({ language, say, isSample, ministry }: Telling): Markup {
  return html`<header>
    <div class="wide">
      <p><strong>${ministry}</strong><br /><span class="soft">${say.title}</span></p>
      <nav aria-label="${say.languages}">
        <ul>
          ${languages.map((each) =>
            each === language
              ? html`<li lang="${each}"><span aria-current="page">${words[each].language}</span></li>`
              : html`<li lang="${each}">
                  <a href="${pagePath(each)}" hreflang="${each}">${words[each].language}</a>
                </li>`,
          )}
        </ul>
      </nav>
    </div>
    ${isSample ? html`<div class="sample"><p class="wide">${say.sample}</p></div>` : ''}
  </header>`;
}

function released(telling: Telling, newest: PublicRelease): Markup {
  const { pack, say, formats, ministry } = telling;
  const { release } = newest;
  const { month, day, counted } = formats;
  const figures = publicFigures(newest, pack);
  const { live, given } = figures;
  const told = given?.value === undefined || given.value === 0 ? undefined : counted(given.value);
  return html`<h1>
      ${say.lead(counted(live.value ?? 0), told).map((sentence) => html`<span>${sentence} </span>`)}
    </h1>
    <p class="dates">
      ${say.asOf(month(release.month), day(release.madeOn))} <span class="soft">${say.checked}</span>
    </p>
    <p class="ways">
      <a href="#data">${say.toData}</a> <a href="/releases/${release.releaseId}">${say.toBulletin}</a>
    </p>
    ${leads(telling, figures)}
    <div class="two">${trendSection(telling, figures, newest)} ${usesSection(telling, figures)}</div>
    ${whereSection(telling, figures)} ${meaningSections(telling, release)}
    <div class="two">${openDataSection(telling)} ${embedSection(telling)}</div>
    <p class="soft cite">
      ${say.cite(`${ministry}, ${say.title}`, release.releaseId, day(release.madeOn))}
    </p>`;
}

function leads(telling: Telling, figures: PublicFigures): Markup {
  const { say, formats } = telling;
  const { number } = formats;
  const { live, aidUsdCents, sessions, preparing } = figures;
  const dollars = aidUsdCents === undefined ? undefined : formats.amount({ unit: 'usdCents' }, aidUsdCents);
  const notes = [
    say.inRegions(number(figures.regionsWith), number(figures.regionsInReach)),
    ...(figures.change === 0 ? [] : [say.sinceMonth(formats.change(figures.change))]),
  ];
  return html`<dl class="leads">
    ${lead(telling, say.facilities, live.value, notes)} ${lead(telling, say.given, figures.given?.value)}
    ${lead(telling, say.trained, figures.trained, sessions === undefined ? [] : [say.sessions(number(sessions))])}
    ${lead(telling, say.aid, dollars)}
    ${lead(telling, say.solutions, figures.operating, !preparing ? [] : [say.preparing(number(preparing))])}
  </dl>`;
}

function lead(telling: Telling, name: string, value: Told | string, notes: string[] = []): Markup {
  const said = typeof value === 'string' ? value : shown(telling, value, { unit: 'facilities' });
  return html`<div>
    <dt>${name}</dt>
    <dd class="${value === undefined ? 'number hidden' : 'number'}">${said}</dd>
    ${notes.map((note) => html`<dd class="note">${note}</dd>`)}
  </div>`;
}
