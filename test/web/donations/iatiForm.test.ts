import { expect, test } from 'vitest';
import { IatiTerms } from '../../../functions/domain/iati/terms.ts';
import { gapReasons } from '../../../functions/domain/iati/gap.ts';
import { mendedAt } from '../../../web/src/routes/(in)/donations/iatiGaps.ts';
import {
  faultsOfTerms,
  termsOf,
  typedTerms,
  type TypedTerms,
} from '../../../web/src/routes/(in)/donations/iatiForm.ts';

const all: IatiTerms = {
  activityId: 'XM-DAC-41114-7',
  sectors: [
    { code: '12191', percentage: 60 },
    { code: '12281', percentage: 40 },
  ],
  sdgTargets: ['3.2', '3.8'],
  policyMarkers: [{ code: '9', significance: '2' }],
  flowType: '20',
  financeType: '421',
  aidType: 'D02',
  tiedStatus: '3',
};
const typed = (more: Partial<TypedTerms>): TypedTerms => ({ ...typedTerms(), ...more });

test('where nothing is said, nothing is sent; what was said is sent as it is', () => {
  expect(termsOf(typedTerms())).toEqual({});
  expect(termsOf(typedTerms(all))).toEqual({ iati: all });
  expect(IatiTerms.parse(termsOf(typedTerms(all)).iati)).toEqual(all);
});

test('no target at all is something else than the usual one', () => {
  expect(termsOf(typed({ sdgTargets: [] }))).toEqual({ iati: { sdgTargets: [] } });
});

test.each<[string, Partial<TypedTerms>, string[]]>([
  ['nothing', {}, []],
  ['an identifier with a slash', { activityId: 'XM/7' }, ['iati.activityId']],
  ['an identifier with a space around it', { activityId: ' XM-7 ' }, []],
  ['shares that are not all', { sectors: [{ choice: '12191', text: '99' }] }, ['iati.sectors']],
  ['a share without a sector', { sectors: [{ choice: '', text: '100' }] }, ['iati.sectors']],
  ['a share that is not whole', { sectors: [{ choice: '12191', text: '100.0' }] }, ['iati.sectors']],
  [
    'a sector twice',
    {
      sectors: [
        { choice: '12191', text: '50' },
        { choice: '12191', text: '50' },
      ],
    },
    ['iati.sectors'],
  ],
])('%s is found, or not', (_, more, fields) => {
  expect(faultsOfTerms(typed(more))).toEqual(fields);
});

test('each gap leads to the field that mends it, but for a donor that is not there', () => {
  const places = gapReasons.map((reason) =>
    mendedAt({ donationId: 'aid', donorId: 'who', title: 'Aid', reason, isLeftOut: true }),
  );

  expect(places).toEqual([
    undefined,
    '/donors/who/edit#reference',
    '/donors/who/edit#reference',
    '/donations/aid/edit#iati.activityId',
    '/donations/aid/edit#iati.activityId',
    '/donations/aid/edit#iati.sectors',
    '/donations/aid/edit#agreedOn',
  ]);
});
