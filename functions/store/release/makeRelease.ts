import type { Day } from '../../domain/calendar.ts';
import type { CountryPack } from '../../domain/countryPack.ts';
import type { Frozen } from '../../domain/release/frozen.ts';
import { ensureReleasable, released, type Release, type ReleaseOrder } from '../../domain/release/release.ts';
import { commitChange, type Command } from '../change.ts';
import type { Database } from '../database.ts';
import { recordChange } from '../recordKind.ts';
import { digestOfRelease, packed, type PackedPart } from './content.ts';
import { followsWrite, releaseKind, Releases, releaseSubject } from './releases.ts';

/** A release of frozen figures, with the parts to keep. */
function releaseOf(
  head: Pick<Release, 'month' | 'version' | 'madeOn' | 'at' | 'by' | 'reason'>,
  { open, figures, content }: Frozen,
): { release: Release; parts: PackedPart[] } {
  const parts = Object.entries(content).map(([name, value]) => packed(name, value));
  const { month, version, madeOn, at, by, reason } = head;
  const told = {
    ...{ month, version, madeOn, at, by, open, figures },
    ...(reason !== undefined && { reason }),
    content: parts.map(({ texts: _, ...part }) => part),
  };
  return { release: released(told, digestOfRelease(told)), parts };
}

interface Making {
  order: ReleaseOrder;
  today: Day;
  authorise: () => void;
  /** What is frozen now, on top of the newest release before it. */
  freeze: (newest: Release | undefined) => Promise<Frozen>;
}

/**
 * Makes a release, based on how many there are of its month. Its content is kept first, then the release itself with its
 * line of history: where that was done before, it answers the same. Small counts are left out knowing what the release
 * before tells, so one release is followed by one only: of two made at once, the second is frozen again.
 */
export function makeRelease(
  database: Database,
  pack: CountryPack,
  { order, today, authorise, freeze }: Making,
  command: Command,
): Promise<Release> {
  const releases = new Releases(database, pack);
  return commitChange(
    database,
    pack,
    {
      kind: releaseKind,
      subject: releaseSubject(order.month),
      read: async () => {
        authorise();
        const all = await releases.all();
        const [newest] = all;
        const before = all.find(({ month }) => month === order.month);
        if ((before?.version ?? 0) !== command.basedOn) return { before, newest };
        ensureReleasable(order, all, pack, today);
        const { at, by } = command;
        const head = { ...order, version: command.basedOn + 1, madeOn: today, at, by };
        const { release, parts } = releaseOf(head, await freeze(newest));
        for (const part of parts) await releases.keep(release.releaseId, part);
        return { before, newest, release };
      },
      recordIn: ({ before }) => before,
      authorise,
      decide: ({ newest, release }) => {
        if (!release) throw new Error('There is no release to make.');
        return [recordChange(releaseKind, undefined, release, [followsWrite(release, newest, pack)])];
      },
      shown: (release) => release,
      guards: 'version',
    },
    command,
  );
}
