import { randomUUID } from 'node:crypto';
import type { Contribution } from '../../functions/domain/contribution.ts';
import type { CountryPack } from '../../functions/domain/countryPack.ts';
import { ensure } from '../../functions/domain/refusal.ts';
import { commitChange, type Change } from '../../functions/store/change.ts';
import type { Database } from '../../functions/store/database.ts';
import type { Item } from '../../functions/store/write.ts';
import { recordChange, type RecordChange, type RecordKind } from '../../functions/store/recordKind.ts';
import { testPack } from './builders.ts';

/** A kind of record that only tests have: it counts for its donor and in the nation's own row, and a command may change several. */
export interface Pledge {
  pledgeId: string;
  donor: string;
  /** A region, or the country's code. */
  row: string;
  month: string;
  amount: number;
  notes: string[];
  version: number;
}

export const pledgeKind: RecordKind<Pledge> = {
  name: 'pledges',
  table: 'accounts',
  subjectOf: ({ pledgeId }) => `pledge#${pledgeId}`,
  shardBy: ({ pledgeId }) => pledgeId,
  from: pledgeFrom,
  parse: (kept) => pledgeFrom({ ...Object(kept) }),
  write: (pledge) => ({
    table: 'accounts',
    kind: 'put',
    item: { accountId: pledge.pledgeId, ...pledge },
    condition: pledge.version === 1 ? 'attribute_not_exists(accountId)' : '#version = :basedOn',
    ...(pledge.version > 1 && {
      names: { '#version': 'version' },
      values: { ':basedOn': pledge.version - 1 },
    }),
  }),
  contributions: pledgeContributions,
};

function pledgeFrom({ accountId: _, ...item }: Item): Pledge {
  const { pledgeId, donor, row, month, amount, notes, version } = item;
  const isPledge = typeof pledgeId === 'string' && typeof amount === 'number' && Array.isArray(notes);
  ensure(isPledge, 'invalid', 'This is no pledge.');
  return {
    pledgeId,
    amount,
    donor: String(donor),
    row: String(row),
    month: String(month),
    notes: notes.map(String),
    version: Number(version),
  };
}

/** What a pledge adds, under figures that the small country has. */
function pledgeContributions({ donor, row, month, amount }: Pledge): Contribution[] {
  const at = { row, month };
  return [
    { scope: 'country', ...at, amounts: { doctorToDoctor: amount } },
    { scope: `donor:${donor}`, ...at, amounts: { doctorToDoctor: amount, resolved: 1 } },
  ];
}

export const newPledge = (more: Partial<Pledge> = {}): Pledge => ({
  pledgeId: randomUUID(),
  donor: 'x',
  row: 'UA',
  month: '2024-11',
  amount: 10,
  notes: [],
  version: 1,
  ...more,
});

export const next = (pledge: Pledge, more: Partial<Pledge>): Pledge => ({
  ...pledge,
  ...more,
  version: pledge.version + 1,
});

interface PledgeCommand {
  pledgeIds: [string, ...string[]];
  basedOn: number;
  key?: string;
  content?: unknown;
  guards?: Change<never, never>['guards'];
  pack?: CountryPack;
  /** What else is to be decided on, and changed in the same transaction. */
  others?: { table: 'facilities' | 'monthlyReports'; key: Record<string, string> }[];
}

/** Does one command on some pledges, in nobody's name. */
export function changePledges(
  database: Database,
  {
    pledgeIds,
    basedOn,
    key = randomUUID(),
    content = {},
    guards = 'version',
    pack = testPack,
    others = [],
  }: PledgeCommand,
  decide: (
    pledges: (Pledge | undefined)[],
    others: (Item | undefined)[],
  ) => [RecordChange<Pledge>, ...RecordChange[]],
): Promise<Pledge> {
  const keys = pledgeIds.map((accountId) => ({ table: 'accounts' as const, key: { accountId } }));
  return commitChange<{ pledges: (Pledge | undefined)[]; others: (Item | undefined)[] }, Pledge>(
    database,
    pack,
    {
      kind: pledgeKind,
      subject: `pledge#${pledgeIds[0]}`,
      read: async () => {
        const items = await database.get([...keys, ...others]);
        const pledges = items.slice(0, keys.length).map((item) => item && pledgeFrom(item));
        return { pledges, others: items.slice(keys.length) };
      },
      recordIn: ({ pledges }) => pledges[0],
      authorise: () => undefined,
      decide: (context) => decide(context.pledges, context.others),
      shown: (pledge) => pledge,
      guards,
    },
    {
      action: 'approve',
      content,
      basedOn,
      idempotencyKey: key,
      by: { accountId: 'test', name: 'Test' },
      at: '2024-12-03T08:00:00.000Z',
    },
  );
}

/** A pledge as it was and as a command leaves it. */
export const pledgeChange = (before: Pledge | undefined, after: Pledge) =>
  recordChange(pledgeKind, before, after);
