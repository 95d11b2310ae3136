import { ownLanguage } from '../domain/countryPack.ts';
import { nameIn } from '../domain/names.ts';
import type { Milestone } from '../domain/plan/milestone.ts';
import type { PublicRelease, PublicReleaseHead } from '../domain/release/publicRelease.ts';
import type { PublicFigures } from './figures.ts';
import { mapPicture } from './map.ts';
import { html, type Markup } from './markup.ts';
import { growthTable, regionTable } from './tables.ts';
import type { Telling } from './telling.ts';
import { trendPicture } from './trend.ts';

/** How many facilities there were at each month's end, and what happened on the way. */
export function trendSection(
  telling: Telling,
  { live, inYear }: PublicFigures,
  { milestones, release: { month: last } }: PublicRelease,
): Markup {
  const { say, formats } = telling;
  const inOrder = milestones.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const label = `${say.trend}: ${formats.number(live.value ?? 0)}, ${formats.month(last)}`;
  return html`<section aria-labelledby="trend">
    <h2 id="trend">${say.trend}</h2>
    <p class="soft">${say.joinedIn(last.slice(0, 4), formats.number(inYear))}</p>
    ${trendPicture({ told: live, formats, label, milestones: inOrder })} ${milestoneList(telling, inOrder)}
    <details>
      <summary>${say.table}</summary>
      ${growthTable(telling, live)}
    </details>
  </section>`;
}

function milestoneList({ say, language, pack, formats }: Telling, milestones: readonly Milestone[]): Markup {
  if (milestones.length === 0) return html``;
  return html`<h3>${say.milestones}</h3>
    <ol class="milestones">
      ${milestones.map(({ names, on, count, of: whole }) => {
        const isCounted = count !== undefined && whole !== undefined;
        const part = isCounted ? `: ${say.partOf(formats.number(count), formats.number(whole))}` : '';
        return html`<li>
          <span class="soft">${formats.capital(formats.moment(on))}</span>
          ${nameIn(names, language, ownLanguage(pack))}${part}
        </li>`;
      })}
    </ol>`;
}

/** What facilities can do, the commonest first. */
export function usesSection({ say, language, formats }: Telling, { uses }: PublicFigures): Markup {
  if (uses.length === 0) return html``;
  const most = Math.max(...uses.map(({ value }) => value));
  return html`<section aria-labelledby="uses">
    <h2 id="uses">${say.uses}</h2>
    <p class="soft">${say.usesOf}</p>
    <table class="uses">
      <tbody>
        ${uses.map(
          ({ names, value }) =>
            html`<tr>
              <th scope="row">${formats.capital(names[language])}</th>
              <td class="bar">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <path d="M0,0H${Math.max(1, Math.round((100 * value) / most))}V10H0Z" />
                </svg>
              </td>
              <td class="count">${formats.number(value)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

/** Where it is, on a map and as its twin in a table. */
export function whereSection(telling: Telling, { live, given }: PublicFigures): Markup {
  const { say, formats, outline } = telling;
  return html`<section class="two" aria-labelledby="where">
    <div>
      <h2 id="where">${say.where}</h2>
      <p class="soft">${say.mapOf}, ${say.toEnd(formats.month(live.regionsUntil))}</p>
      ${
        outline
          ? html`${mapPicture(live, telling, outline, say.mapOf)}
              <p class="soft">${say.onlyHere}</p>`
          : ''
      }
      <p class="soft">${say.notShownMeans}</p>
    </div>
    <details open>
      <summary>${say.table}</summary>
      ${regionTable(telling, [live, ...(given ? [given] : [])])}
    </details>
  </section>`;
}

/** What the figures mean, how they are checked, and what is not in them. */
export function meaningSections({ say, formats }: Telling, { open, month }: PublicReleaseHead): Markup {
  const { number } = formats;
  return html`<div class="two">
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
              ? say.allIn(formats.month(month))
              : say.notInText(number(open.ofMonth), number(open.expected), formats.month(month))
          }
        </p>
      </section>
    </div>
  </div>`;
}
