import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../../functions/domain/caller.ts';
import { codesOf, described, type Described } from '../../support/described.ts';
import { admin, command, donor, inCountry, manager, odesaManager, warehouse } from '../../support/country.ts';
import { agreement } from '../../support/equipment.ts';
import { fromSchema } from '../../support/fromSchema.ts';
import type { Loose } from '../../support/stack.ts';

const here = inCountry();

interface Asked {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  body: unknown;
}

/** Requests as the description offers them; in half of them what the path names is there. */
function offered({ operation }: Described): fc.Arbitrary<Asked> {
  const placed = (place: string) => {
    const own: Loose[] = (operation.parameters ?? []).filter((parameter: Loose) => parameter.in === place);
    const fields = own.map(({ name, schema }) => [name, fromSchema(schema)]);
    const requiredKeys = own.filter(({ required }) => required).map(({ name }) => name);
    return fc.record<Record<string, unknown>>(Object.fromEntries(fields), { requiredKeys });
  };
  const schema = operation.requestBody?.content['application/json'].schema;
  return fc.record({
    path: placed('path'),
    query: placed('query'),
    body: schema ? fromSchema(schema).chain((body) => likely(body, schema)) : fc.constant(undefined),
  });
}

/** A body that is based on a version that there may be. */
const likely = (body: Loose, { properties }: Loose) =>
  fc
    .option(fc.integer({ min: 0, max: 6 }))
    .map((basedOn) =>
      'basedOn' in body && properties.basedOn.const === undefined
        ? { ...body, basedOn: basedOn ?? body.basedOn }
        : body,
    );

/** What the description does not offer: a field or a parameter too many, one that is missing, or one that is something else. */
function spoilt(asked: Asked): fc.Arbitrary<Asked> {
  const fields: Loose = asked.body ?? asked.query;
  const name = fc.constantFrom(...Object.keys(fields), 'colour');
  return fc.record({ name, how: fc.constantFrom('missing', 'empty', 'added') }).map(({ name, how }) => {
    const { [name]: _, ...rest } = fields;
    const changed = how === 'missing' ? rest : { ...fields, [how === 'added' ? 'colour' : name]: '' };
    return asked.body ? { ...asked, body: changed } : { ...asked, query: changed };
  });
}

beforeEach(async () => {
  await here.ask(admin, 'POST', '/warehouses', command(0, warehouse('UA-W01')));
  const profile = { names: { uk: 'Донор' }, kind: 'company' };
  await here.ask(admin, 'POST', '/donors', command(0, { donorId: 'donor-1', ...profile }));
  const donation = { donationId: 'aid', donorId: 'donor-1', ...agreement };
  await here.ask(admin, 'POST', '/donations', command(0, donation));
  await here.ask(admin, 'POST', '/donations/aid/consignments', {
    idempotencyKey: 'plan-of-one',
    lineId: 'l1',
    date: '2024-02-01',
    rows: [{ placeId: 'UA-W01', units: 1 }],
  });
});

describe('requests made from the description', () => {
  /** Who may ask, by role; a head is the clinic's own. */
  const roles = (): Record<string, Caller> => ({
    manager,
    odesaManager,
    donor,
    admin,
    head: here.clinic.head,
    nobody: Object.assign({}, manager, { role: undefined }),
  });

  async function answered(
    { method, path, operation }: Described,
    { path: parts, query, body }: Asked,
    who: Caller | undefined,
  ) {
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) => String(parts[name]));
    const question = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
    const answer = await here.ask(who, method, `${address}?${question}`, body);
    const said: Loose = answer.body;
    const where = `${method} ${address}?${question} ${JSON.stringify(body)} ${JSON.stringify(said)}`;
    expect(Object.keys(operation.responses), where).toContain(String(answer.status));
    if (answer.status >= 400) expect(codesOf(operation, answer.status), where).toContain(said.code);
    return { said, where };
  }

  /** What only a rule can know: what is on record, what goes together, the country's languages, and pages of regions that the caller does not see. */
  const left = [
    ...['links', 'externalCodes', 'populationOn', 'populationSource', 'reason', 'region', 'page'],
    ...['donorId', 'donationId', 'solutionId', 'usdRate', 'lines', 'to', 'log', 'serialNumbers'],
    ...['names.en', 'names.uk'],
    ...['regions', 'facilityId', 'figure', 'iati.sectors', 'iati.sdgTargets', 'iati.policyMarkers'],
  ];

  test.each(described.map((one) => [one.name, one] as const))(
    'of %s are in the expected form, and are answered as it says',
    async (_, one) => {
      const isOpen = one.operation.security !== undefined;
      const { facilityId } = here.clinic;
      const place = fc.option(
        fc.constant({
          facilityId,
          month: '2024-11',
          warehouseId: 'UA-W01',
          placeId: facilityId,
          donorId: 'donor-1',
          donationId: 'aid',
          consignmentId: 'aid.1',
        }),
      );

      for (const who of isOpen ? [undefined] : Object.values(roles()))
        await fc.assert(
          fc.asyncProperty(offered(one), place, async (asked, known) => {
            const path = { ...asked.path, ...known };

            const { said, where } = await answered(one, { ...asked, path }, who);

            expect(['malformed', 'unknownField'], where).not.toContain(said?.code);
            if (said?.code === 'invalid')
              expect(left, where).toContain(said.field?.replace(/^lines\.\d+\./, ''));
          }),
          { numRuns: 8 },
        );
    },
  );

  test.each(described.map((one) => [one.name, one] as const))(
    'of %s that are then spoilt are answered as it says, too',
    async (_, one) => {
      const isOpen = one.operation.security !== undefined;

      for (const who of isOpen ? [undefined] : [manager, here.clinic.head, donor])
        await fc.assert(
          fc.asyncProperty(
            offered(one).chain(spoilt),
            async (asked) => void (await answered(one, asked, who)),
          ),
          { numRuns: 8 },
        );
    },
  );
});
