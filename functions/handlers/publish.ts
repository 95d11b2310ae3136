import * as z from 'zod/mini';
import type { PublishedFile } from '../domain/release/publishedFile.ts';
import { outlineOf } from '../packs/outline.ts';
import { filesOf, pagesOf } from '../publication/files.ts';
import { Bucket } from '../store/publication/bucket.ts';
import { PublicReleases } from '../store/release/publicReleases.ts';
import { database } from './http/database.ts';
import { logger, pack } from './http/runtime.ts';

/** Publishes one release beside what there is, or all of them anew. */
const Job = z.discriminatedUnion('job', [
  z.strictObject({ job: z.literal('publish'), releaseId: z.string() }),
  z.strictObject({ job: z.literal('publishAll') }),
]);

const releases = new PublicReleases(database, pack);
const bucket = new Bucket(process.env);
const outline = outlineOf(pack.country);
const origin = process.env['ORIGIN'] ?? '';

/** How many files were put, and which release the pages tell. */
interface Outcome {
  files: number;
  newest?: string;
}

/**
 * Publishes what everybody reads: files of a release, then the pages that tell the newest and lead to them. Done again, or
 * twice at once, it ends the same: whoever writes pages last has looked whether a newer release is there since.
 */
export async function handler(event: unknown): Promise<Outcome> {
  const job = Job.parse(event);
  const ids = job.job === 'publish' ? [job.releaseId] : (await releases.all()).map((one) => one.releaseId);
  let files = 0;
  const unpublished: string[] = [];
  for (const releaseId of ids)
    try {
      files += await put(filesOf(await releases.find(releaseId), pack, origin));
    } catch (error) {
      logger.error(`not published: ${releaseId}`, error instanceof Error ? error : new Error(String(error)));
      unpublished.push(releaseId);
    }
  const pages = await publishPages();
  const outcome = { ...pages, files: files + pages.files };
  logger.info('published', { ...outcome });
  // One that fails hides no other; that it failed is for who calls again, and for the alarm.
  if (unpublished.length > 0) throw new Error(`Not published: ${unpublished.join(', ')}.`);
  return outcome;
}

/** Writes the pages until the newest release is the one that they tell. */
async function publishPages(): Promise<Outcome> {
  const isSample = process.env['SAMPLE'] === 'true';
  for (let files = 0; ;) {
    const all = await releases.all();
    const [head] = all;
    const newest = head && (await releases.find(head.releaseId));
    files += await put(pagesOf({ pack, outline, newest, releases: all, isSample, origin }));
    const [now] = await releases.all();
    if (now?.releaseId === head?.releaseId) return { files, ...(head && { newest: head.releaseId }) };
  }
}

async function put(files: PublishedFile[]): Promise<number> {
  await bucket.put(files);
  return files.length;
}
