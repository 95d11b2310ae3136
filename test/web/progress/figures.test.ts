import { expect, test } from 'vitest';
import { packFor } from '../../../functions/packs/index.ts';
import { figureOf, leadsOf, servicesOf } from '../../../web/src/lib/progress/figures.ts';
import { testPack } from '../../support/builders.ts';

test('figures stand under their direction, what is a part of another under it', () => {
  const told = servicesOf(testPack).map(({ direction, figures }) => ({
    direction,
    figures: figures.map(({ figure, isPart }) => (isPart ? `- ${figure.name}` : figure.name)),
  }));

  expect(told).toEqual([
    {
      direction: 'teleconsultation',
      figures: [
        'teleconsultations',
        '- doctorToDoctor',
        '- doctorToPatient',
        '- resolved',
        '- traumas',
        'staff',
      ],
    },
    { direction: 'circumstances', figures: ['daysWithoutPower'] },
  ]);
});

test('each direction has one figure in the headlines; circumstances have none', () => {
  const leads = (pack: Parameters<typeof leadsOf>[0]) => leadsOf(pack).map(({ name }) => name);

  expect(leads(testPack)).toEqual(['teleconsultations']);
  expect(leads(packFor('UA'))).toEqual(['teleconsultations', 'telemetrySessions', 'teleradiologyStudies']);
});

test('a figure that the catalogue does not have is a bug', () => {
  expect(figureOf('reportsAwaitingReview', testPack)).toMatchObject({ kind: 'level', parts: 'review' });
  expect(() => figureOf('reportsWaiting', testPack)).toThrow('There is no figure "reportsWaiting".');
});
