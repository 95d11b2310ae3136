import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, test, vi } from 'vitest';
import {
  admin,
  command,
  donor,
  edited as editedFacility,
  manager,
  odesaManager,
} from '../../../support/country.ts';
import { inEquippedCountry } from '../../../support/equipmentApi.ts';
import { faultsIn } from '../../../support/iati/faults.ts';
import { usdOf } from '../../../support/iati/money.ts';
import { at, parsed } from '../../../support/iati/parsed.ts';
import { releaseMade } from '../../../support/release/made.ts';
import type { Loose } from '../../../support/stack.ts';

const today = '2024-12-03';
const { here, ids, given, planned, tell, receive, clinicNow } = inEquippedCountry();
const { ask } = here;
const names = { uk: 'Донор', en: 'Donor' };
const ofMinistry = async (): Promise<Loose> => (await ask(manager, 'GET', '/iati/recipient')).body;
const ofDonor = async (): Promise<Loose> => (await ask(donor, 'GET', '/iati/donors/donor-1')).body;
/** What is missing of this test's donation. */
const gapsIn = ({ gaps }: Loose) => gaps.filter((gap: Loose) => gap.donationId === ids.donationId);

/** The donor is known by this identifier, or by none. */
async function identified(reference?: string) {
  const { body }: Loose = await ask(admin, 'GET', '/donors/donor-1');
  const profile = { names, kind: 'multilateral', ...(reference && { reference }) };
  return ask(admin, 'PUT', '/donors/donor-1', command(body.version, profile));
}

async function edited(iati: object) {
  const { body }: Loose = await ask(manager, 'GET', `/donations/${ids.donationId}`);
  return ask(manager, 'PUT', `/donations/${ids.donationId}`, command(body.version, { ...given(), iati }));
}

async function receivedSome() {
  const consignmentId = await planned(3);
  await tell(manager, consignmentId, 'shipped', '2024-03-01');
  await receive(here.clinic.head, consignmentId, { working: 3, damaged: 0 });
}

describe('the two files', () => {
  test('are valid, and their money is that of the dashboards, to the cent', async () => {
    await identified('XM-DAC-41114');
    await receivedSome();
    const { body: progress }: Loose = await ask(manager, 'GET', '/progress/summary?month=2024-12');

    const [ministry, own] = [await ofMinistry(), await ofDonor()];

    expect(faultsIn(ministry.file.xml, today)).toEqual([]);
    expect(faultsIn(own.file.xml, today)).toEqual([]);
    expect(progress.figures.aidReceivedUsd).toBeGreaterThan(0);
    for (const told of [usdOf(ministry.file.xml, '1'), usdOf(own.file.xml, '3')])
      expect(told).toBe((progress.figures.aidReceivedUsd / 100).toFixed(2));
    expect(ministry.file.name).toBe(`iati-recipient-UA-${today}.xml`);
    expect(own.file.name).toBe(`iati-donor-donor-1-${today}.xml`);
  });

  test('tell no region in which a place is hidden, and all units in all', async () => {
    await identified('XM-DAC-41114');
    await receivedSome();
    const { version } = await clinicNow();
    const send = (basedOn: number, more: object) =>
      ask(admin, 'PUT', here.clinic.path('/profile'), command(basedOn, { ...editedFacility(), ...more }));
    await releaseMade(here);
    const before = [await ofMinistry(), await ofDonor()].map(({ file }) => file.xml);
    for (const xml of before) expect(xml).toContain('UA-46');

    await send(version, { locationPolicy: 'hidden' });
    await releaseMade(here);

    const hidden = [await ofMinistry(), await ofDonor()].map(({ file }) => file.xml);
    await send(version + 1, {});
    for (const [index, xml] of hidden.entries()) {
      expect(xml).not.toContain('UA-46');
      expect(faultsIn(xml, today)).toEqual([]);
      const inAll = (file: string) => file.match(/<actual value="\d+"\s*\/>/g);
      expect(inAll(xml)?.length).toBeGreaterThan(0);
      for (const actual of inAll(before[index] ?? '') ?? []) expect(inAll(xml)).toContain(actual);
    }
  });

  test('cost a request for each list and each year of progress', async () => {
    await identified('XM-DAC-41114');
    const sent = vi.spyOn(DynamoDBClient.prototype, 'send');

    await ofMinistry();
    const first = sent.mock.calls.length;
    await ofDonor();
    const second = sent.mock.calls.length - first;
    sent.mockRestore();

    expect(first).toBeLessThanOrEqual(14);
    expect(second).toBeLessThanOrEqual(14);
  });

  test('of the ministry are for those who answer for the whole country, of a donor for it and the ministry', async () => {
    const other = { ...donor, accountId: 'two', donorId: 'donor-2' };
    const statusOf = async (who: Parameters<typeof ask>[0], path: string) =>
      (await ask(who, 'GET', path)).status;

    expect(await statusOf(odesaManager, '/iati/recipient')).toBe(403);
    expect(await statusOf(donor, '/iati/recipient')).toBe(404);
    expect(await statusOf(here.clinic.head, '/iati/recipient')).toBe(404);
    expect(await statusOf(other, '/iati/donors/donor-1')).toBe(404);
    expect(await statusOf(here.clinic.head, '/iati/donors/donor-1')).toBe(404);
    expect(await statusOf(admin, '/iati/donors/donor-1')).toBe(200);
    expect(await statusOf(manager, '/iati/donors/nobody')).toBe(404);
  });
});

describe('what is missing', () => {
  test("is the donor's identifier: without one it has no file, and the ministry's says so", async () => {
    await identified();
    expect([gapsIn(await ofMinistry()), gapsIn(await ofDonor())]).toMatchObject([
      [{ reason: 'referenceMissing', isLeftOut: false }],
      [{ reason: 'referenceMissing', isLeftOut: true }],
    ]);
    expect(await ofDonor()).not.toHaveProperty('file');

    await identified('XM-DAC-41114');

    expect([gapsIn(await ofMinistry()), gapsIn(await ofDonor())]).toEqual([[], []]);
  });

  test("is mended on the donation, is in its history, and changes nobody's money", async () => {
    await identified('XM-DAC-41114');
    await receivedSome();
    const before = usdOf((await ofMinistry()).file.xml, '1');

    await edited({ activityId: 'XM-DAC-9-1', sectors: [{ code: '12281', percentage: 100 }] });

    expect(gapsIn(await ofDonor())).toMatchObject([{ reason: 'activityIdForeign', isLeftOut: true }]);
    const { file } = await ofMinistry();
    expect(usdOf(file.xml, '1')).toBe(before);
    const sectors = at(parsed(file.xml), 'iati-activity', 'sector').map(
      ({ attributes }) => attributes['code'],
    );
    expect(sectors).toContain('12281');
    const { body }: Loose = await ask(manager, 'GET', `/donations/${ids.donationId}/history`);
    expect(body.lines.at(-1).changes).toMatchObject([{ field: 'iati', to: { activityId: 'XM-DAC-9-1' } }]);
    await edited({ activityId: 'XM-DAC-41114-1' });
    expect(gapsIn(await ofDonor())).toEqual([]);
  });
});

describe('what would make a file that nobody can read is refused:', () => {
  test.each([
    ['an identifier with signs that the rules forbid', { activityId: 'XM/1' }, 'iati.activityId'],
    ['an identifier with a control character', { activityId: 'XM\u0007' }, 'iati.activityId'],
    ['sectors that are not all of it', { sectors: [{ code: '12191', percentage: 60 }] }, 'iati.sectors'],
    [
      'a sector named twice',
      {
        sectors: [
          { code: '12191', percentage: 50 },
          { code: '12191', percentage: 50 },
        ],
      },
      'iati.sectors',
    ],
    ['a sector that there is not', { sectors: [{ code: '99', percentage: 100 }] }, 'iati.sectors.0.code'],
    ['a target named twice', { sdgTargets: ['3.8', '3.8'] }, 'iati.sdgTargets'],
    [
      'a marker named twice',
      {
        policyMarkers: [
          { code: '1', significance: '1' },
          { code: '1', significance: '2' },
        ],
      },
      'iati.policyMarkers',
    ],
  ])('%s', async (_, iati, field) => {
    expect(await edited(iati)).toMatchObject({ status: 400, body: { code: 'invalid', field } });
  });

  test('a line in a currency without a rate', async () => {
    const { body }: Loose = await ask(manager, 'GET', `/donations/${ids.donationId}`);
    const lines = given().lines.map(({ usdRate: _, ...line }) => line);

    const answer = await ask(
      manager,
      'PUT',
      `/donations/${ids.donationId}`,
      command(body.version, { ...given(), lines }),
    );

    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid', field: 'lines.0.usdRate' } });
    expect(faultsIn((await ofMinistry()).file.xml, today)).toEqual([]);
  });

  test("a donor's identifier with a space", async () => {
    expect(await identified('XM DAC')).toMatchObject({ status: 400, body: { field: 'reference' } });
  });
});

test('a donation and a donor of the release before are told as is usual', async () => {
  await identified('XM-DAC-41114');

  const activities = at(parsed((await ofDonor()).file.xml), 'iati-activity');

  const codes = (name: string) =>
    activities.flatMap((one) => at(one, name).map(({ attributes }) => attributes['code']));
  expect(new Set(codes('sector'))).toEqual(new Set(['12191']));
  expect(new Set(codes('default-flow-type'))).toEqual(new Set(['10']));
  expect(new Set(codes('default-finance-type'))).toEqual(new Set(['110']));
  expect(new Set(codes('default-aid-type'))).toEqual(new Set(['C01']));
});
