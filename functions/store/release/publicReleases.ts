import * as z from 'zod/mini';
import type { CountryPack } from '../../domain/countryPack.ts';
import { ensureFound } from '../../domain/permissions.ts';
import { Milestone } from '../../domain/plan/milestone.ts';
import { ProgressCube } from '../../domain/progress.ts';
import { disclosedName, outsideName } from '../../domain/release/frozen.ts';
import {
  publicHead,
  publicLicence,
  type PublicRelease,
  type PublicReleaseHead,
} from '../../domain/release/publicRelease.ts';
import type { Release } from '../../domain/release/release.ts';
import type { Database } from '../database.ts';
import { Releases } from './releases.ts';

const disclosedPart = disclosedName(outsideName);

/** Releases as everybody may read them. Whatever is told without sign-in comes from here. */
export class PublicReleases {
  readonly #releases: Releases;

  constructor(database: Database, pack: Pick<CountryPack, 'country'>) {
    this.#releases = new Releases(database, pack);
  }

  /** All of them, the newest first. */
  async all(): Promise<PublicReleaseHead[]> {
    return (await this.#releases.all()).filter(isDisclosed).map(publicHead);
  }

  /** The release of this id; one that was altered is refused in words of its own. */
  async find(releaseId: string): Promise<PublicRelease> {
    const release = await this.#releases.find(releaseId);
    ensureFound(isDisclosed(release) || undefined, 'readRelease');
    const [cube, milestones] = await Promise.all([
      this.#releases.content(release, disclosedPart),
      this.#releases.content(release, 'milestones'),
    ]);
    return {
      release: publicHead(release),
      licence: publicLicence,
      cube: ProgressCube.parse(cube),
      milestones: z.array(Milestone).parse(milestones ?? []),
    };
  }
}

/** One that was made before anything was left out has nothing that everybody may read. */
const isDisclosed = ({ content }: Release): boolean => content.some(({ name }) => name === disclosedPart);
