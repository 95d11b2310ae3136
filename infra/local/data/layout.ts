import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { UserError } from '../userError.ts';
import { keep } from './disk.ts';

/** The layout of what this release keeps; it grows when an older release's data has to be upgraded. */
const current = 7;

const Layout = z.object({ layout: z.int() });

const fileIn = (folder: string): string => join(folder, 'layout.json');

/** Whether a folder's data, if it has any, was written by an older release; that of a newer one is refused. */
export function isOlder(folder: string): boolean {
  const layout = layoutIn(folder);
  if (layout > current)
    throw new UserError(
      `The data folder ${folder} was written by a newer release: use that one, or another folder.`,
    );
  return layout < current;
}

// The first release left no word.
function layoutIn(folder: string): number {
  try {
    return Layout.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8'))).layout;
  } catch {
    return 1;
  }
}

/** Leaves word that a folder's data is as this release keeps it. */
export function noteLayout(folder: string): void {
  keep(fileIn(folder), JSON.stringify({ layout: current } satisfies z.infer<typeof Layout>));
}
