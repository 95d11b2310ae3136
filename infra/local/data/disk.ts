import { renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError, messageOf } from '../userError.ts';

const sqlite = { corrupt: 11, full: 13, notADatabase: 26 } as const;

/** SQLite's primary result code, where an error comes from SQLite. */
export function sqliteCodeOf(error: unknown): number | undefined {
  const isSqlite = error instanceof Error && 'errcode' in error && typeof error.errcode === 'number';
  return isSqlite ? Number(error.errcode) & 0xff : undefined;
}

const fullCodes: unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** Whether an error says that there is no room left on a disk. */
export function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const says = ('code' in error && fullCodes.includes(error.code)) || sqliteCodeOf(error) === sqlite.full;
  return says || isFull(error.cause);
}

/** What to say then. */
export const noRoom =
  'There is no room left on the disk: make some, and start again. Nothing that was saved is lost.';

// What SQLite needs at the least to open a file: less, and its complaint is about something else than room.
const fewBytes = 256 * 1024;

/** Whether next to nothing more can be written to the disk of a folder. */
export function isFullAt(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < fewBytes;
}

/** What to say of a file that SQLite does not open: only a damaged one should be moved away, as `remedy` says. */
export function troubleWith(file: string, error: unknown, remedy: string): UserError {
  const code = sqliteCodeOf(error);
  if (code === sqlite.corrupt || code === sqlite.notADatabase)
    return new UserError(`The data file ${file} is damaged (${messageOf(error)}). ${remedy}`);
  if (isFull(error) || isFullAt(dirname(file))) return new UserError(noRoom);
  return new UserError(`The data file ${file} cannot be opened (${messageOf(error)}). It is left as it is.`);
}

/** Writes a small file for our eyes only, whole or not at all: without room on the disk, what was there stays. */
export function keep(file: string, content: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    writeFileSync(aside, content, { mode: 0o600, flush: true });
    renameSync(aside, file);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}
