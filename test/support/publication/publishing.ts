import type { PublicRelease } from '../../../functions/domain/release/publicRelease.ts';
import { outlineOf } from '../../../functions/packs/outline.ts';
import { packFor } from '../../../functions/packs/index.ts';
import type { Publishing } from '../../../functions/publication/telling.ts';

export const pack = packFor('UA');
const rows = ['UA-46', 'UA-51', 'UA'];
const months = ['2024-09', '2024-10', '2024-11'];

/** Lviv's consultations are told for the third quarter, Odesa's never; in November the country's trained are not told. */
export const newest: PublicRelease = {
  release: {
    releaseId: '2024-11.1-kfmwqz',
    month: '2024-11',
    version: 1,
    madeOn: '2024-12-03',
    open: { ofMonth: 139, expected: 328, before: 0 },
  },
  licence: 'CC-BY-4.0',
  cube: {
    months,
    rows,
    figures: {
      aidReceivedUsd: [0, 0, 12_345, 0, 0, 0, 0, 0, 0],
      facilitiesLive: [20, 1, 0, 5, 0, 0, 2, 0, 0],
      teleconsultations: [526, 0, 74, 0, 0, 1000, 0, 0, 400],
      workersTrained: [0, 0, 30, 0, 0, 0, 0, 0, 0],
    },
    notShown: { teleconsultations: [1, 1, 3, 2, 6, 2], workersTrained: [0, 2, 3, 6] },
  },
  milestones: [{ milestoneId: 'law', names: { uk: '<b>Закон</b>' }, on: '2024-10', version: 1 }],
};

export const publishing: Publishing = {
  pack,
  outline: outlineOf('UA'),
  newest,
  releases: [newest.release],
  isSample: true,
  origin: 'https://example.org',
};
