import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contract } from '../../../functions/contract.ts';
import type { Caller } from '../../../functions/domain/caller.ts';
import { fields, taken } from '../../support/bodies.ts';
import { admin, donor, inCountry, manager } from '../../support/country.ts';

/** Fields of a body whose name another body has for something else. */
const renamed: Record<string, string> = { plannedRows: 'rows', targetLines: 'lines' };

const here = inCountry();
const { ask } = here;

/** Every route of the contract. */
const routes = Object.values(contract).flatMap((part) =>
  Object.values(part).map((procedure) => procedure['~orpc'].route),
);

/** What nobody expects, in a JSON body. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown[]>(
    '__proto__',
    'constructor',
    '\ud83d',
    'half \ude00 a letter',
    '',
    ' ',
    '\u0000',
    'a\u200bb',
    'x'.repeat(3000),
    1e-320,
    -0,
    1e308,
    2 ** 53,
    -1,
    0.5,
    null,
    true,
    [],
    {},
    { toString: 1, constructor: { prototype: 1 } },
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.double(),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A good body in which a few things are not as they should be, or something else altogether. */
function bodyFor(path: string): fc.Arbitrary<unknown> {
  const good = (taken[path] ?? []).map((name) => [renamed[name] ?? name, fields[name]] as const);
  const bent = fc
    .record({
      version: fc.nat(6),
      key: fc.uuid(),
      changes: fc.array(
        fc.tuple(fc.nat(20), fc.constantFrom('replaced', 'missing', 'inside', 'added'), odd),
        {
          maxLength: 3,
        },
      ),
    })
    .map(({ version, key, changes }) => {
      const body = new Map<string, unknown>(good);
      if (body.has('basedOn')) body.set('basedOn', version);
      body.set('idempotencyKey', key);
      for (const [at, how, value] of changes) {
        const name = [...body.keys()][at % body.size] ?? '';
        const inside = body.get(name);
        if (how === 'replaced') body.set(name, value);
        else if (how === 'missing') body.delete(name);
        else if (how === 'added') body.set(JSON.stringify(value) ?? 'nothing', value);
        else if (typeof inside === 'object' && inside !== null)
          body.set(name, { ...inside, [Object.keys(inside)[0] ?? 'more']: value });
      }
      return JSON.stringify(Object.fromEntries(body));
    });
  return fc.oneof(
    { weight: 6, arbitrary: bent },
    { weight: 1, arbitrary: fc.json({ stringUnit: 'binary' }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        undefined,
        '',
        '{',
        '[]',
        'null',
        '"x"',
        '{"__proto__": {"a": 1}}',
        '\u0000',
      ),
    },
  );
}

const segment = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'UA-0001',
      'admin',
      'UA-9999',
      '2024-11',
      '2042-01',
      'aid',
      'donor-1',
      'aid.1',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('%', '%E0%A4%A', '%00', '..', '.', '__proto__', '%2F', '{x}', '%ud83d'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1 }).map((text) => encode(text)) },
);
const queryString = fc.array(
  fc.tuple(
    fc.constantFrom(
      'region',
      'month',
      'page',
      'text',
      'stage',
      'role',
      'page[]',
      'text[a][b]',
      '__proto__',
      '[',
      'x',
    ),
    fc.oneof(
      fc.constantFrom('UA-46', '2024-11', 'live', '', '%', '%E0%A4%A', '__proto__', 'e30', '%00', 'a&b=c'),
      fc.string({ unit: 'binary' }).map((text) => encode(text)),
    ),
  ),
  { maxLength: 3 },
);
const encode = (text: string) => encodeURIComponent(text.toWellFormed());

const headers = fc.record(
  {
    'content-type': fc.constantFrom(
      'application/json',
      'application/json; charset=utf-8',
      'multipart/form-data',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      'text/plain',
      'text/event-stream',
      'application/octet-stream',
      '',
      'łódź',
    ),
    'if-none-match': fc.constantFrom('*', '"', 'W/', 'łódź', ','),
    'content-length': fc.constantFrom('0', '-1', 'x'),
    'x-any': fc.string({ unit: 'binary' }),
  },
  { requiredKeys: [] },
);
const usually = <Value>(value: Value, other: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: other });

describe('no request whatever is answered as a bug, and every refusal is a problem document', () => {
  test.each(routes.map(({ method, path }) => [method ?? '', path ?? '/'] as const))(
    '%s %s',
    async (method, path) => {
      const { head, facilityId } = here.clinic;
      const callers: (Caller | undefined)[] = [admin, manager, donor, head, undefined];
      const request = fc.record({
        who: fc.constantFrom(...callers),
        segments: fc.tuple(usually(facilityId, segment), usually('2024-11', segment)),
        query: queryString,
        body: bodyFor(path),
        headers: usually({}, headers),
      });

      await fc.assert(
        fc.asyncProperty(request, async ({ who, segments: [id, month], query, body, headers: sent }) => {
          const asked = path.replace('{facilityId}', () => id).replace('{month}', () => month);
          const question = query.map((pair) => pair.join('=')).join('&');

          const answer = await ask(who, method, question ? `${asked}?${question}` : asked, body, sent);

          expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
          if (answer.status >= 400) {
            expect(answer.body).toMatchObject({
              status: answer.status,
              code: expect.stringMatching(/^[a-zA-Z]+$/),
            });
            expect(answer.headers['content-type']).toBe('application/problem+json');
            expect(Object(answer.body).detail).toMatch(/\.$/);
          }
        }),
        { numRuns: 60 },
      );
    },
  );
});
