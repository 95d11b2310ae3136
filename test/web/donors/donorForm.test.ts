import { expect, test } from 'vitest';
import { NewDonorProfile, type Donor } from '../../../functions/domain/equipment/donor.ts';
import { DonorId } from '../../../functions/domain/equipment/giverIds.ts';
import { donorRows } from '../../../web/src/routes/(in)/donors/donorRows.ts';
import {
  donorIdOf,
  emptyForm,
  faultyFields,
  formOf,
  profileOf,
} from '../../../web/src/routes/(in)/donors/donorForm.ts';
import { slugOf } from '../../../web/src/lib/record/slug.ts';
import { testPack } from '../../support/builders.ts';
import { agreement } from '../../support/equipment.ts';
import { registerDonation } from '../../../functions/domain/equipment/agreement.ts';

const typed = { ...emptyForm(), names: { en: ' Helping Hands e.V. ' }, kind: 'foundation' };

test('a filled form is a donor that the API takes, with an identifier that its name proposes', () => {
  expect(faultyFields(typed, testPack)).toEqual([]);
  expect(donorIdOf(typed)).toBe('helping-hands-e-v');
  expect(donorIdOf({ ...typed, donorId: ' hands ' })).toBe('hands');
  expect(NewDonorProfile.parse(profileOf(typed))).toEqual({
    names: { en: 'Helping Hands e.V.' },
    kind: 'foundation',
  });
});

test.each([
  ['Уряд Японії', 'uriad-iaponii'],
  ['Фонд «Щасливі діти»', 'fond-shchaslyvi-dity'],
  ['Міністэрства аховы здароўя', 'ministerstva-akhovy-zdarouia'],
  ['Śląska Fundacja Łódź', 'slaska-fundacja-lodz'],
  ['  1. FC Köln ', 'fc-koln'],
  ['日本', ''],
  [`${'very '.repeat(20)}long`, 'very-very-very-very-very-very-very-very'],
])('%s is read as %s', (name, slug) => {
  expect(slugOf(name, 40)).toBe(slug);
  if (slug) expect(DonorId.safeParse(slug).success).toBe(true);
});

test.each([
  ['nothing', emptyForm(), ['names.en', 'kind', 'donorId']],
  ['a name of which no identifier can be made', { ...typed, names: { en: '日本' } }, ['donorId']],
  ['an identifier in large letters', { ...typed, donorId: 'WHO' }, ['donorId']],
  ['an identifier of one letter', { ...typed, donorId: 'w' }, ['donorId']],
  ['an identifier that IATI does not allow', { ...typed, reference: 'XM/DAC 1' }, ['reference']],
  ['a kind that is none', { ...typed, kind: 'friend' }, ['kind']],
])('a form with %s is not sent', (_, form, fields) => {
  expect(faultyFields(form, testPack)).toEqual(fields);
});

test('a donor where nothing is touched is sent as it is', () => {
  const donor: Donor = {
    donorId: 'hands',
    version: 2,
    names: { en: 'Hands' },
    kind: 'company',
    reference: 'XM-1',
    organisationType: '15',
  };

  expect(profileOf(formOf(donor))).toEqual({
    names: { en: 'Hands' },
    kind: 'company',
    reference: 'XM-1',
    organisationType: '15',
  });
});

test('donors stand by name, each with what it has given', () => {
  const donor = (donorId: string, en: string): Donor => ({
    donorId,
    version: 1,
    names: { en },
    kind: 'other',
  });
  const on = { pack: testPack, today: '2024-12-03', solutions: [] };
  const given = registerDonation({ donationId: 'aid', donorId: 'b' }, agreement, on);

  expect(donorRows([donor('b', 'Zeta'), donor('c', 'Alpha')], [given, given])).toMatchObject([
    { donor: { donorId: 'c' }, donations: 0, usdCents: 0 },
    { donor: { donorId: 'b' }, donations: 2, usdCents: 543_400 },
  ]);
});
