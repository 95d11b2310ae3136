import type { CountryPack } from '../../domain/countryPack.ts';
import { Milestone } from '../../domain/plan/milestone.ts';
import { Target } from '../../domain/plan/target.ts';
import type { Command } from '../change.ts';
import { changeRecord, type RecordRules } from '../changeRecord.ts';
import type { Database } from '../database.ts';
import { versionedPut, type RecordKind } from '../recordKind.ts';
import type { Item } from '../write.ts';

/** Targets as records; what is planned is no progress. */
export const targetKind: RecordKind<Target> = {
  name: 'targets',
  table: 'targets',
  subjectOf: ({ figure }) => targetSubject(figure),
  shardBy: ({ figure }) => figure,
  from: targetFrom,
  parse: (kept) => Target.parse(kept),
  write: (target, { country }) => versionedPut('targets', { country, ...target }, target.version),
  contributions: () => [],
};

/** Milestones as records; they add nothing to progress. */
export const milestoneKind: RecordKind<Milestone> = {
  name: 'milestones',
  table: 'milestones',
  subjectOf: ({ milestoneId }) => milestoneSubject(milestoneId),
  shardBy: ({ milestoneId }) => milestoneId,
  from: milestoneFrom,
  parse: (kept) => Milestone.parse(kept),
  write: (milestone, { country }) => versionedPut('milestones', { country, ...milestone }, milestone.version),
  contributions: () => [],
};

/** The subject of a target's history. */
export const targetSubject = (figure: string) => `target#${figure}`;

/** The subject of a milestone's history. */
export const milestoneSubject = (milestoneId: string) => `milestone#${milestoneId}`;

function targetFrom({ country: _, ...target }: Item): Target {
  return Target.parse(target);
}

function milestoneFrom({ country: _, ...milestone }: Item): Milestone {
  return Milestone.parse(milestone);
}

/** Does one command on a figure's target. */
export function changeTarget(
  database: Database,
  pack: CountryPack,
  figure: string,
  command: Command,
  rules: RecordRules<Target>,
): Promise<Target> {
  const key = { country: pack.country, figure };
  return changeRecord(
    database,
    pack,
    { kind: targetKind, subject: targetSubject(figure), key },
    command,
    rules,
  );
}

/** Does one command on a milestone. */
export function changeMilestone(
  database: Database,
  pack: CountryPack,
  milestoneId: string,
  command: Command,
  rules: RecordRules<Milestone>,
): Promise<Milestone> {
  const key = { country: pack.country, milestoneId };
  const named = { kind: milestoneKind, subject: milestoneSubject(milestoneId), key };
  return changeRecord(database, pack, named, command, rules);
}

export class Plan {
  readonly #database: Database;
  readonly #pack: CountryPack;

  constructor(database: Database, pack: CountryPack) {
    this.#database = database;
    this.#pack = pack;
  }

  /** All targets, by figure. */
  async targets(): Promise<Target[]> {
    return this.#database.readable('targets', await this.#all('targets'), targetFrom);
  }

  /** All milestones, in the order of their dates. */
  async milestones(): Promise<Milestone[]> {
    const all = this.#database.readable('milestones', await this.#all('milestones'), milestoneFrom);
    return all.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  }

  #all(table: 'targets' | 'milestones'): Promise<Item[]> {
    return this.#database.query(table, { key: 'country', equals: this.#pack.country, isConsistent: true });
  }
}
