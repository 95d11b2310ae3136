import { beforeEach, describe, expect, test } from 'vitest';
import { consignmentRow } from '../../../functions/domain/equipment/consignmentRow.ts';
import { askOrKept } from '../../../web/src/lib/api/answerCache.ts';
import { eventOf, isOfEquipment, receiptOf } from '../../../web/src/lib/myEquipment/equipmentCommands.ts';
import { give } from '../../../web/src/lib/myEquipment/giving.ts';
import type { MyEquipment } from '../../../web/src/lib/myEquipment/myEquipmentData.ts';
import { KeptForm, keptTyping } from '../../../web/src/lib/offline/keptForm.svelte.ts';
import { replace, waiting } from '../../../web/src/lib/outbox/entry.ts';
import { outbox } from '../../../web/src/lib/outbox/outbox.ts';
import { consignment, inUse } from '../../support/equipment.ts';
import { Depot } from '../support/depot.ts';
import { Phone } from '../support/phone.ts';

const phone = new Phone();
const depot = new Depot(() => consignment(inUse.slice(0, 2)));
const about = { consignmentId: 'aid.1', placeId: 'UA-0001' };
const receipt = () => receiptOf(about, { date: '2024-03-10', working: 2, damaged: 1 });
const told = (kind: 'installed' | 'firstUse', date = '2024-04-01') => eventOf(about, { kind, date });

beforeEach(async () => {
  await phone.begin();
  depot.begin();
});

/** What this device knows of the equipment without asking. */
async function known(): Promise<MyEquipment> {
  const noNetwork = async (): Promise<MyEquipment> => {
    const { NoNetwork } = await import('../../../web/src/lib/api/errors.ts');
    throw new NoNetwork();
  };
  return (await askOrKept('equipment', noNetwork)).value;
}

describe('a delivery that is confirmed', () => {
  test('waits without network, is sent once when it is back, and is then known as the server answered', async () => {
    const before = consignmentRow(consignment(inUse.slice(0, 1)));
    await askOrKept('equipment', () => Promise.resolve({ consignments: before ? [before] : [], places: [] }));
    depot.isThere = false;
    expect(await give(receipt())).toBe('waits');
    expect((await waiting()).filter(isOfEquipment)).toHaveLength(1);

    depot.isThere = true;
    await Promise.all([outbox.send(), outbox.send()]);

    expect(depot.got).toMatchObject([{ path: '/aid.1/receipt', body: { working: 2, damaged: 1 } }]);
    expect(await waiting()).toEqual([]);
    expect((await known()).consignments).toMatchObject([{ consignmentId: 'aid.1', state: 'received' }]);
  });

  test('is counted again instead of twice, as long as it waits', async () => {
    depot.isThere = false;
    await give(receipt());
    await give(receiptOf(about, { date: '2024-03-10', working: 4, damaged: 0 }));

    depot.isThere = true;
    await outbox.send();

    expect(depot.got.map(({ body }) => body['working'])).toEqual([4]);
  });

  test('says that it is nowhere when there is neither network nor room', async () => {
    depot.isThere = false;
    phone.isFull();

    expect(await give(receipt())).toBe('stuck');
  });
});

describe('what the server refuses', () => {
  beforeEach(() => {
    depot.refuses.set('/aid.1/events', { status: 409, code: 'dateNotAllowed' });
  });

  test('stays with its reason, and holds what follows on the same units', async () => {
    expect(await give(told('installed'))).toBe('refused');
    await give(told('firstUse'));

    expect((await waiting()).map(({ refused }) => refused)).toEqual(['dateNotAllowed', undefined]);
    expect(depot.got).toHaveLength(1);
  });

  test('is mended in its place, and what waited behind it follows', async () => {
    await give(told('installed'));
    await give(told('firstUse'));
    const [refused] = (await waiting()).filter(isOfEquipment);
    depot.refuses.clear();

    await give(told('installed', '2024-03-11'), refused);
    await outbox.send();

    expect(depot.got.map(({ body }) => [body['kind'], body['date']])).toEqual([
      ['installed', '2024-04-01'],
      ['installed', '2024-03-11'],
      ['firstUse', '2024-04-01'],
    ]);
    expect(await waiting()).toEqual([]);
  });

  test('is dropped, and what waited behind it is sent', async () => {
    await give(told('installed'));
    await give(told('firstUse'));
    const [refused] = await waiting();
    depot.refuses.clear();

    await replace(refused?.id ?? '');
    await outbox.send();

    expect(depot.got.map(({ body }) => body['kind'])).toEqual(['installed', 'firstUse']);
  });

  test('is given anew when another tab has dropped it meanwhile', async () => {
    await give(told('installed'));
    const [refused] = (await waiting()).filter(isOfEquipment);
    await replace(refused?.id ?? '');
    depot.refuses.clear();

    expect(await give(told('installed', '2024-03-11'), refused)).toBe('sent');
  });
});

describe('a form on the device', () => {
  test('has every key after the page was closed, until it is dropped', async () => {
    const form = new KeptForm('receipt aid.1', { working: 0, note: '' });
    form.type({ working: 2 });
    form.type({ note: 'The glass' });
    await expect.poll(() => form.keptAt).toBeDefined();

    const kept = await keptTyping<{ working: number; note: string }>('receipt aid.1');
    expect(new KeptForm('receipt aid.1', { working: 0, note: '' }, kept).typed).toEqual({
      working: 2,
      note: 'The glass',
    });

    await form.drop();
    expect(await keptTyping('receipt aid.1')).toBeUndefined();
  });

  test('goes on and says so where nothing can be kept', async () => {
    phone.isFull();
    const form = new KeptForm('receipt aid.1', { working: 0 });
    form.type({ working: 2 });

    await expect.poll(() => form.cannotKeep).toBe(true);
    expect(form.typed).toEqual({ working: 2 });
  });
});
