import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../../functions/domain/caller.ts';
import { coverCode } from '../../../functions/domain/report/cover.ts';
import type { LocationPolicy } from '../../../functions/domain/countryPack.ts';
import {
  admin,
  command,
  complete,
  donor,
  edited,
  editedWarehouse,
  firstField,
  manager,
  odesaManager,
  profile,
  solutionProfile,
} from '../../support/country.ts';
import { inEquippedCountry, lvivManager } from '../../support/equipmentApi.ts';
import { everyRequest } from '../../support/everyRequest.ts';
import { peopleOf } from '../../support/people.ts';
import { everythingPublished } from '../../support/publication/everythingPublished.ts';
import type { Loose } from '../../support/stack.ts';
import { sessionAt } from '../../support/training/told.ts';

const { here, ids, given, plan, planned, tell, receive, strike, correct } = inEquippedCountry();
const { ask } = here;
const other: Caller = { ...donor, accountId: 'donor-of-two', donorId: 'donor-2' };

/** Somebody with a name and an account that stand nowhere else. */
const marked = <Who extends Caller>(who: Who): Who => ({
  ...who,
  name: `marked-name-of-${who.role}`,
  accountId: `marked-account-of-${who.role}`,
});

/** The country is shown by this policy for one test. */
async function showCountryBy(locationPolicy: LocationPolicy): Promise<void> {
  const { pack } = await import('../../../functions/handlers/http/runtime.ts');
  Object.assign(pack, { locationPolicy });
}
afterEach(() => showCountryBy('region'));

const edit = (more: object, basedOn = 6) =>
  ask(admin, 'PUT', here.clinic.path('/profile'), command(basedOn, { ...edited(), ...more }));
/** What a donor is told of the equipment that it gave. */
async function givenSeenBy(who: Caller = donor, donationId = ids.donationId): Promise<Loose> {
  const { status, body } = await ask(who, 'GET', `/donations/${donationId}/consignments`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}

const exact = { lat: 49.654321, lon: 24.654321 };

/** Words of their own from everybody who can write any, in every field that takes some. */
async function writeEverywhere() {
  const [boss, head, root] = [marked(manager), marked(here.clinic.head), marked(admin)];
  const { facilityId, november } = here.clinic;
  const linked = `UA-${String(Date.now()).slice(-6)}`;
  const results = [
    await ask(
      root,
      'POST',
      '/facilities',
      command(0, { ...profile(linked), names: { uk: 'marked-linked' } }),
    ),
    await ask(
      boss,
      'PUT',
      here.clinic.path('/profile'),
      command(6, {
        ...edited([{ system: 'own', code: `marked-${facilityId}` }]),
        names: { uk: 'marked-clinic', en: 'marked-clinic' },
        settlement: { uk: 'marked-village', en: 'marked-village' },
        coordinates: exact,
        population: 717_171,
        populationSource: 'marked-source',
        links: [{ kind: 'sharesRecords', facilityId: linked }],
      }),
    ),
    await ask(boss, 'PUT', `/donations/${ids.donationId}`, command(1, { ...given(), note: 'marked-note' })),
    await ask(boss, 'POST', `/donations/${ids.donationId}/consignments`, {
      idempotencyKey: randomUUID(),
      lineId: 'l1',
      date: '2024-02-01',
      orderNumber: 'marked-order',
      rows: [
        { placeId: facilityId, units: 4 },
        { placeId: 'UA-W01', units: 1 },
      ],
    }),
    await ask(
      head,
      'POST',
      here.clinic.path('/readiness'),
      command(7, {
        solutionId: ids.solutionId,
        on: '2024-02-02',
        checks: [{ check: 'power', isMet: false, note: 'marked-gap', lookAgainOn: '2024-03-02' }],
      }),
    ),
    await ask(boss, 'POST', `/donations/${ids.donationId}/readinessOverride`, {
      idempotencyKey: randomUUID(),
      reason: 'marked-override',
    }),
  ];
  const { body: warehouse }: Loose = await ask(admin, 'GET', '/warehouses/UA-W01');
  const store = { names: { uk: 'marked-store' }, keeper: 'marked-keeper', settlement: { uk: 'marked-town' } };
  const id = `${ids.donationId}.1`;
  const solution = { ...solutionProfile(`tele-${randomUUID().slice(0, 8)}`), indicators: [] };
  const stock = {
    idempotencyKey: randomUUID(),
    consignmentId: `stock-${randomUUID().slice(0, 8)}`,
    source: { kind: 'state', name: 'marked-seller' },
    equipmentType: 'tablet',
    serialNumbers: ['marked-serial'],
    units: 1,
    log: [{ kind: 'planned', date: '2024-02-01', to: facilityId, note: 'marked-plan' }],
  };
  results.push(
    await ask(boss, 'PUT', '/warehouses/UA-W01', command(warehouse.version, editedWarehouse(store))),
    await ask(boss, 'POST', '/solutions', command(0, solution)),
    await tell(boss, id, 'note', '2024-02-02', { note: 'marked-words' }),
    await strike(boss, id, 2, { reason: 'marked-strike' }),
    await tell(boss, id, 'shipped', '2024-03-01', { note: 'marked-shipment' }),
    await receive(head, id, { working: 2, damaged: 1, note: 'marked-receipt' }),
    await tell(head, `${id}.1`, 'installed', '2024-04-01', { note: 'marked-installation' }),
    await tell(head, `${id}.1`, 'notInUse', '2024-05-01', { reason: 'staff', note: 'marked-idle' }),
    await tell(boss, `${id}.2`, 'transferOffered', '2024-05-02', { to: 'UA-W01', note: 'marked-offer' }),
    await ask(head, 'POST', '/consignments', stock),
    await correct(boss, `${id}.1`, 3, { serialNumbers: ['marked-plate'], orderNumber: 'marked-order' }),
    await ask(
      head,
      'POST',
      november('/submission'),
      command(0, { figures: { ...complete, [coverCode(ids.solutionId)]: 1 }, note: 'marked-remark' }),
    ),
    await ask(boss, 'POST', november('/return'), command(1, { field: firstField, reason: 'marked-return' })),
  );
  const sessionId = `session-${randomUUID().slice(0, 8)}`;
  const session = { ...sessionAt(facilityId), sessionId, topic: 'marked-topic', provider: 'marked-provider' };
  results.push(await ask(boss, 'POST', '/training-sessions', command(0, session)));
  const refused = results.filter(({ status }) => status !== 200);
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  const { accountId, email = '' } = await peopleOf(here).added({ name: 'marked-person' });
  return {
    ...{ facilityId, warehouseId: 'UA-W01', donorId: 'donor-1', consignmentId: id },
    ...{ ...ids, stockId: stock.consignmentId, sessionId, person: { accountId, email } },
  };
}

describe('whoever is outside is told no word, no person and no place', () => {
  test.each(['region', 'hidden', 'settlement'] as const)(
    'by any route that there is, in a country that shows places by %s',
    { timeout: 30_000 },
    async (policy) => {
      await showCountryBy(policy);
      const written = await writeEverywhere();
      const order = { month: '2024-11', reason: 'To see who is told what' };
      const made: Loose = await ask(manager, 'GET', '/releases');
      const next = command(made.body.releases.length, order);
      const release: Loose = await ask(manager, 'POST', '/releases', next);
      const links: Loose = await ask(
        marked(manager),
        'POST',
        `/donations/${ids.donationId}/trace`,
        command(0),
      );
      const { traceId, labels } = links.body.link;
      const known = { ...written, releaseId: release.body.releaseId, traceId };
      const secrets = [/marked-(?!village|town)/, new RegExp(known.person.email), /654321|717171/];
      if (policy !== 'settlement') secrets.push(/marked-/);
      const codes = new RegExp(`${known.facilityId}|UA-W01|${known.person.accountId}`);

      expect(labels).toHaveLength(2);
      const ofLabels = labels.map((one: Loose) => [
        'label',
        { method: 'GET', path: `/trace/${one.traceId}` },
      ]);
      for (const [name, { method, path, body }] of [...Object.entries(everyRequest(known)), ...ofLabels])
        for (const who of [donor, other, undefined]) {
          const { body: said } = await ask(who, method, path, body);
          const text = JSON.stringify(said) ?? '';
          for (const secret of secrets) expect(text, `${name}: ${who?.donorId}`).not.toMatch(secret);
          // The description of the API has examples of codes.
          if (name !== 'about.openapi') expect(text, `${name}: ${who?.donorId}`).not.toMatch(codes);
        }
      const published = await everythingPublished();
      expect(published).toContain(release.body.releaseId);
      for (const secret of [...secrets, codes]) expect(published).not.toMatch(secret);
      expect((await givenSeenBy()).consignments).toHaveLength(4);
    },
  );

  test('nor which places there are, from what is refused', async () => {
    const entry = (to: string) => ({
      idempotencyKey: randomUUID(),
      consignmentId: 'stock-nowhere',
      source: { kind: 'unknown' },
      equipmentType: 'tablet',
      units: 1,
      log: [{ kind: 'planned', date: '2024-02-01', to }],
    });
    const stranger: Caller = { ...here.clinic.head, accountId: 'stranger', facilityId: 'UA-9998' };

    for (const who of [donor, stranger, odesaManager]) {
      const [ofPlace, ofNone] = await Promise.all(
        [here.clinic.facilityId, 'UA-9999'].map((to) => ask(who, 'POST', '/consignments', entry(to))),
      );
      expect(ofPlace).toMatchObject({ status: 404 });
      expect(ofPlace?.body).toEqual(ofNone?.body);
    }
  });

  test('and a donation has no code that names one', async () => {
    const { lines, ...agreement } = given();
    for (const donationId of [`aid-${here.clinic.facilityId.toLowerCase()}`, 'ua-w01-aid'])
      expect(
        await ask(
          admin,
          'POST',
          '/donations',
          command(0, { donationId, donorId: 'donor-1', lines, ...agreement }),
        ),
      ).toMatchObject({ status: 400, body: { code: 'invalid', field: 'donationId' } });
  });
});

describe('a donor’s places', () => {
  let second: string;
  beforeEach(async () => {
    second = `aid-${randomUUID().slice(0, 8)}`;
    await ask(
      admin,
      'POST',
      '/donations',
      command(0, { donationId: second, donorId: 'donor-2', ...given() }),
    );
  });
  const planSecond = (placeId: string) =>
    ask(manager, 'POST', `/donations/${second}/consignments`, {
      idempotencyKey: randomUUID(),
      lineId: 'l1',
      date: '2024-02-01',
      rows: [{ placeId, units: 1 }],
    });

  test('are numbered places of a region, the same each time, and others for another donor', async () => {
    await planned(2);
    await planSecond(here.clinic.facilityId);

    const { consignments, places } = await givenSeenBy();
    const [place] = places;
    expect(places).toEqual([
      { placeId: expect.stringMatching(/^p-[0-9a-f]{16}$/), region: 'UA-46', number: expect.any(Number) },
    ]);
    expect(consignments).toMatchObject([{ placeId: place.placeId, region: 'UA-46', units: 2 }]);
    expect((await givenSeenBy()).places).toEqual(places);
    const { places: others } = await givenSeenBy(other, second);
    expect(others[0].placeId).not.toBe(place.placeId);

    const move = command(6, { region: 'UA-51', date: '2024-05-15' });
    expect((await ask(admin, 'POST', here.clinic.path('/region'), move)).status).toBe(200);
    expect((await givenSeenBy()).places).toEqual([
      { placeId: place.placeId, region: 'UA-51', number: expect.any(Number) },
    ]);
  });

  test('have each a number of its own, also when they are first seen by many at once', async () => {
    const ofRegion = Array.from({ length: 6 }, (_, index) => `UA-${String(710_000 + index)}`);
    for (const facilityId of ofRegion)
      await ask(admin, 'POST', '/facilities', command(0, { ...profile(facilityId), region: 'UA-14' }));
    await plan(
      manager,
      ofRegion.map((placeId) => ({ placeId, units: 1 })),
    );

    const seen = await Promise.all([1, 2, 3, 4].map(() => givenSeenBy()));

    for (const { places } of seen) expect(places).toEqual(seen[0].places);
    expect(seen[0].places.map(({ number }: Loose) => number).toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('are shown as exactly as the policies allow', async () => {
    await planned(1);
    const seen = async () => {
      const { consignments, places } = await givenSeenBy();
      return { row: consignments[0], place: places[0] };
    };

    await showCountryBy('exact');
    const { facilityId } = here.clinic;
    expect(await seen()).toMatchObject({
      row: { placeId: facilityId, region: 'UA-46' },
      place: { placeId: facilityId, names: profile(facilityId).names, settlement: { en: 'Khodoriv' } },
    });

    await showCountryBy('settlement');
    const { place } = await seen();
    expect(place).toMatchObject({ settlement: { en: 'Khodoriv' }, number: expect.any(Number) });
    expect(place).not.toHaveProperty('names');

    await edit({ locationPolicy: 'region' });
    expect(Object.keys((await seen()).place).toSorted()).toEqual(['number', 'placeId', 'region']);

    await edit({ locationPolicy: 'hidden' }, 7);
    const hidden = await seen();
    expect(hidden.place).toBeUndefined();
    expect(hidden.row).not.toHaveProperty('placeId');
    expect(hidden.row).not.toHaveProperty('region');
  });

  test('are known by name to the ministry and the facilities, however they are shown', async () => {
    await planned(1);
    await edit({ locationPolicy: 'hidden' });

    for (const who of [manager, lvivManager, admin])
      expect((await givenSeenBy(who)).places).toEqual([
        {
          placeId: here.clinic.facilityId,
          names: edited().names,
          region: 'UA-46',
          readyFor: [ids.solutionId],
        },
      ]);
  });
});
