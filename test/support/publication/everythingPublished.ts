import { outlineOf } from '../../../functions/packs/outline.ts';
import { filesOf, pagesOf } from '../../../functions/publication/files.ts';
import { PublicReleases } from '../../../functions/store/release/publicReleases.ts';

/** All that is published for everybody of the newest release, as one text. */
export async function everythingPublished(): Promise<string> {
  const { pack } = await import('../../../functions/handlers/http/runtime.ts');
  const { database } = await import('../../../functions/handlers/http/database.ts');
  const store = new PublicReleases(database, pack);
  const releases = await store.all();
  const newest = await store.find(releases[0]?.releaseId ?? '');
  const [outline, origin] = [outlineOf(pack.country), 'https://example.org'];
  const pages = pagesOf({ pack, outline, newest, releases, isSample: false, origin });
  return [...filesOf(newest, pack, origin), ...pages].map(({ text }) => text).join('\n');
}
