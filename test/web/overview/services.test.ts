import { expect, test } from 'vitest';
import ukraine from '../../../functions/packs/ukraine.json' with { type: 'json' };
import { CountryPack } from '../../../functions/domain/countryPack.ts';
import { leadsOf, servicesOf } from '../../../web/src/routes/(in)/overview/services.ts';
import { testPack } from '../../support/builders.ts';

test('figures stand under their direction, what is a part of another under it', () => {
  expect(servicesOf(testPack)).toEqual([
    {
      direction: 'teleconsultation',
      figures: [
        { name: 'teleconsultations', part: false },
        { name: 'doctorToDoctor', part: true },
        { name: 'doctorToPatient', part: true },
        { name: 'resolved', part: true },
        { name: 'staff', part: false },
      ],
    },
    { direction: 'circumstances', figures: [{ name: 'daysWithoutPower', part: false }] },
  ]);
});

test('each direction has one figure in the headlines; circumstances have none', () => {
  expect(leadsOf(testPack)).toEqual(['teleconsultations']);
  expect(leadsOf(CountryPack.parse(ukraine))).toEqual([
    'teleconsultations',
    'telemetrySessions',
    'teleradiologyStudies',
  ]);
});
