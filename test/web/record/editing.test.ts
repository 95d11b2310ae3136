import { expect, test } from 'vitest';
import type { CommandHead } from '../../../functions/domain/command.ts';
import { NoNetwork, Refused } from '../../../web/src/lib/api/errors.ts';
import { Editing } from '../../../web/src/lib/record/editing.svelte.ts';

interface Place {
  version: number;
  name: string;
  keeper: string;
}

const opened: Place = { version: 3, name: 'Lviv', keeper: 'Ministry' };
const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' && value !== null && 'keeper' in value;

/** An edit of the place, and the heads with which it was sent. */
function edit(answers: (Error | undefined)[]) {
  const editing = new Editing({
    record: opened,
    formOf: ({ name, keeper }) => ({ name, keeper }),
    isRecord: isPlace,
  });
  const heads: CommandHead[] = [];
  const save = () =>
    editing.save({ ...editing.typed }, (head) => {
      heads.push(head);
      const answer = answers.shift();
      return answer ? Promise.reject(answer) : Promise.resolve();
    });
  return { editing, heads, save };
}

const stale = (current: unknown) => new Refused({ status: 409, code: 'stale', detail: '', current });

test('what somebody else has edited meanwhile comes in under what was typed, and is saved on top of it', async () => {
  const { editing, heads, save } = edit([stale({ version: 4, name: 'Lviv centre', keeper: 'Army' })]);
  editing.typed.keeper = 'Red Cross';

  expect(await save()).toBe(false);
  expect(editing.isRebased).toBe(true);
  expect({ ...editing.typed }).toEqual({ name: 'Lviv centre', keeper: 'Red Cross' });
  expect(await save()).toBe(true);
  expect(heads.map(({ basedOn }) => basedOn)).toEqual([3, 4]);
});

test('what was not answered is sent again with its key; something else has another', async () => {
  const { editing, heads, save } = edit([new NoNetwork(), new NoNetwork()]);

  await expect(save()).rejects.toThrow(NoNetwork);
  await expect(save()).rejects.toThrow(NoNetwork);
  editing.typed.name = 'Odesa';
  expect(await save()).toBe(true);

  const [first, second, third] = heads.map(({ idempotencyKey }) => idempotencyKey);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

test('a refusal for another reason changes nothing that was typed', async () => {
  const refused = new Refused({ status: 422, code: 'dateNotAllowed', field: 'closedOn', detail: '' });
  const { editing, save } = edit([refused]);
  editing.typed.keeper = 'Red Cross';

  await expect(save()).rejects.toBe(refused);
  expect({ ...editing.typed }).toEqual({ name: 'Lviv', keeper: 'Red Cross' });
  expect(editing.isRebased).toBe(false);
});
