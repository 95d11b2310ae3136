import type { PublicReleaseHead } from '../domain/release/publicRelease.ts';
import { html, type Markup } from './markup.ts';
import { releasePath } from './paths.ts';
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
    ${releaseTable(telling, newest)}
    ${
      earlier.length > 0
        ? html`<details>
            <summary>${say.earlier(formats.number(earlier.length))}</summary>
            ${releaseTable(telling, earlier)}
          </details>`
        : ''
    }
  </section>`;
}

function releaseTable({ say, releases, formats }: Telling, shown: readonly PublicReleaseHead[]): Markup {
  const newestOf = new Map(releases.toReversed().map(({ month, releaseId }) => [month, releaseId]));
  const standing = ({ releaseId, month }: PublicReleaseHead): string => {
    if (releaseId === releases[0]?.releaseId) return say.newest;
    return newestOf.get(month) === releaseId ? '' : say.replaced;
  };
  return html`<table class="releases">
    <thead>
      <tr>
        <th scope="col">${say.release}</th>
        <th scope="col">${say.releasedOn}</th>
        <th scope="col">${say.data}</th>
      </tr>
    </thead>
    <tbody>
      ${shown.map((release) => {
        const { releaseId, month, madeOn } = release;
        const said = standing(release);
        const link = (file: Parameters<typeof releasePath>[1], text: string): Markup =>
          html`<a href="${releasePath(releaseId, file)}">${text}</a> `;
        return html`<tr>
          <th scope="row">
            ${formats.capital(formats.month(month))}<br /><span class="soft"
              >${releaseId}${said ? `, ${said}` : ''}</span
            >
          </th>
          <td>${formats.day(madeOn)}</td>
          <td class="files">
            ${link('figures.csv', 'CSV')}${link('release.json', 'JSON')}${link('datapackage.json', say.dictionary)}
          </td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}
