import { get, set } from 'idb-keyval';
import { beforeEach, expect, test } from 'vitest';
import { keyOf } from '../../../web/src/lib/api/answerCache.ts';
import { draftOf } from '../../../web/src/lib/myFacility/drafts.ts';
import { takeOver } from '../../../web/src/lib/myFacility/lastRelease.ts';
import { waiting } from '../../../web/src/lib/outbox/entry.ts';
import { outbox } from '../../../web/src/lib/outbox/outbox.ts';
import { Ministry } from '../support/ministry.ts';
import { Phone } from '../support/phone.ts';

const phone = new Phone();
const ministry = new Ministry();
const about = { facilityId: 'UA-0001', month: '2024-11' };
const name = keyOf('draft UA-0001 2024-11');

/** As the first release wrote it. */
const kept = {
  ...about,
  typed: { a: '12' },
  note: 'A word',
  base: { version: 0, figures: {}, note: '' },
  at: 1733200000000,
  sending: { basedOn: 0, idempotencyKey: 'key-of-the-first-release', figures: { a: 12 }, note: 'A word' },
};

beforeEach(async () => {
  await phone.begin();
  ministry.begin();
  await set(name, kept);
});

test('a submission that the last release kept is sent, under its key, and counts once', async () => {
  await takeOver();
  await takeOver();
  await outbox.send();

  expect(ministry.got).toMatchObject([{ route: 'submission', ...kept.sending }]);
  expect(ministry.report()).toMatchObject({ status: 'submitted', figures: { a: 12 } });
  expect([await waiting(), await draftOf(about)]).toEqual([[], undefined]);
});

test('a draft that the last release kept stays a draft, with every figure', async () => {
  const { sending: _, ...draft } = kept;
  await set(name, draft);

  await takeOver();

  expect(await draftOf(about)).toEqual(draft);
  expect(await waiting()).toEqual([]);
});

test('a phone that has no room to move it still has it for the next time', async () => {
  phone.isFull();
  await expect(takeOver()).rejects.toThrow('full');
  expect(await get(name)).toEqual(kept);
  phone.hasRoom();

  await takeOver();

  expect(await waiting()).toMatchObject([{ id: 'key-of-the-first-release' }]);
});
