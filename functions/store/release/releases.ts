import * as z from 'zod/mini';
import type { Month } from '../../domain/calendar.ts';
import type { CountryPack } from '../../domain/countryPack.ts';
import { ensureFound } from '../../domain/permissions.ts';
import { Release } from '../../domain/release/release.ts';
import { ensureUnaltered, releaseCode } from '../../domain/release/releaseId.ts';
import type { Item, Write } from '../write.ts';
import type { RecordKind } from '../recordKind.ts';
import type { Database } from '../database.ts';
import { unpacked, type PackedPart } from './content.ts';

/** Releases as records; they add nothing to progress, from which they are made. A version of a month is never written again. */
export const releaseKind: RecordKind<Release> = {
  name: 'releases',
  table: 'releases',
  subjectOf: ({ month }) => releaseSubject(month),
  shardBy: ({ month }) => month,
  from: releaseFrom,
  parse: (kept) => Release.parse(kept),
  write: (release, { country }) => ({
    table: 'releases',
    kind: 'put',
    item: { country, monthVersion: monthVersionOf(release), ...release },
    condition: 'attribute_not_exists(country)',
  }),
  contributions: () => [],
};

/** The subject of the history of a month's releases. */
export const releaseSubject = (month: Month) => `release#${month}`;

/** In the order of months and versions. */
export function monthVersionOf({ month, version }: Pick<Release, 'month' | 'version'>): string {
  return `${month}.${String(version).padStart(3, '0')}`;
}

function releaseFrom({ country: _, monthVersion: __, ...release }: Item): Release {
  return Release.parse(release);
}

/** The items of a part; written again they are what they are. */
function partWrites(releaseId: string, { name, texts }: PackedPart): Write[] {
  return texts.map((text, index) => ({
    table: 'releaseParts',
    kind: 'put',
    item: { releaseId, part: `${name}#${String(index).padStart(4, '0')}`, text },
  }));
}

/** Says which release follows `newest`, or is a country's first; refused where one does already. */
export function followsWrite(
  { releaseId }: Release,
  newest: Release | undefined,
  { country }: Pick<CountryPack, 'country'>,
): Write {
  return {
    table: 'releaseParts',
    kind: 'put',
    item: { releaseId: newest?.releaseId ?? country, part: 'followedBy', text: releaseId },
    condition: 'attribute_not_exists(releaseId)',
  };
}

const Part = z.object({ text: z.string() });

export class Releases {
  readonly #database: Database;
  readonly #country: string;

  constructor(database: Database, { country }: Pick<CountryPack, 'country'>) {
    this.#database = database;
    this.#country = country;
  }

  /** All of them, the newest month first and of a month the newest version. */
  async all(): Promise<Release[]> {
    const query = { key: 'country', equals: this.#country, isConsistent: true };
    const items = await this.#database.query('releases', query);
    return this.#database.readable('releases', items, releaseFrom).toReversed();
  }

  /** The newest version of the newest month; undefined before the first release. */
  async newest(): Promise<Release | undefined> {
    const query = { key: 'country', equals: this.#country, isConsistent: true, newestFirst: true, limit: 1 };
    const { items } = await this.#database.queryPage('releases', query);
    return this.#database.readable('releases', items, releaseFrom)[0];
  }

  /** The release of this id; one that was altered is refused in words of its own. */
  async find(releaseId: string): Promise<Release> {
    const code = releaseCode(releaseId);
    const key = { country: this.#country, monthVersion: monthVersionOf(code) };
    const [item] = await this.#database.get([{ table: 'releases', key }]);
    ensureFound(item, 'readRelease');
    const release = releaseFrom(item);
    ensureUnaltered(release.releaseId === releaseId);
    return release;
  }

  /** A part of its content, or undefined where it has none of this name. */
  async content(release: Release, name: string): Promise<unknown> {
    const part = release.content.find((one) => one.name === name);
    if (!part) return undefined;
    const items = await this.#database.query('releaseParts', {
      key: 'releaseId',
      equals: release.releaseId,
      sort: { key: 'part', from: `${name}#`, to: `${name}#~` },
    });
    return unpacked(
      part,
      items.map((item) => Part.parse(item).text),
    );
  }

  /** Keeps a part before the release itself is there; what was never released is never asked for. */
  async keep(releaseId: string, part: PackedPart): Promise<void> {
    for (const write of partWrites(releaseId, part)) await this.#database.transact([write]);
  }
}
