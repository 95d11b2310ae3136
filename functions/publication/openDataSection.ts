import type { PublicReleaseHead } from '../domain/release/publicRelease.ts';
import { html, type Markup } from './markup.ts';
import { releasePath, type releaseFiles } from './paths.ts';
import type { Telling } from './telling.ts';

/** How many releases stand there without a click. */
const first = 3;

/** All releases as files, the newest first. */
export function openDataSection(telling: Telling): Markup {
  const { say, releases, formats } = telling;
  const [newest, earlier] = [releases.slice(0, first), releases.slice(first)];
  return html`<section aria-labelledby="data">
    <h2 id="data">${say.openData}</h2>
    <p class="soft">${say.licence}</p>
    ${releaseList(telling, newest)}
    ${
      earlier.length > 0
        ? html`<details>
            <summary>${say.earlier(formats.number(earlier.length))}</summary>
            ${releaseList(telling, earlier)}
          </details>`
        : ''
    }
  </section>`;
}

function releaseList({ say, releases, formats }: Telling, told: readonly PublicReleaseHead[]): Markup {
  const newestOf = new Map(releases.toReversed().map(({ month, releaseId }) => [month, releaseId]));
  const standing = ({ releaseId, month }: PublicReleaseHead): string => {
    if (releaseId === releases[0]?.releaseId) return `, ${say.newest}`;
    return newestOf.get(month) === releaseId ? '' : `, ${say.replaced}`;
  };
  return html`<ul class="releases">
    ${told.map((release) => {
      const { releaseId, month, madeOn } = release;
      const name = formats.capital(formats.month(month));
      const link = (file: keyof typeof releaseFiles, text: string): Markup =>
        html`<a href="${releasePath(releaseId, file)}">${text}<span class="unseen"> ${name}</span></a> `;
      return html`<li>
        <p>
          ${name}
          <span class="soft">${say.releasedOn} ${formats.day(madeOn)}: ${releaseId}${standing(release)}</span>
        </p>
        <p class="files">
          ${link('figures.csv', 'CSV')}${link('release.json', 'JSON')}${link('datapackage.json', say.dictionary)}
        </p>
      </li>`;
    })}
  </ul>`;
}
