import type { SolutionStory } from '../solutions.ts';
import { computerised } from './publishedFigures.ts';

export const records = 'electronic-records';
export const prescribing = 'remote-prescriptions';

/** What the clinic was computerised for: both operate since. */
export const belarusSolutions: SolutionStory[] = [
  {
    solutionId: records,
    names: {
      en: 'Electronic medical records',
      uk: 'Електронні медичні картки',
      be: 'Электронныя медыцынскія карты',
      ru: 'Электронные медицинские карты',
    },
    capability: 'electronicMedicalRecords',
    equipmentTypes: ['workstation'],
    indicators: ['electronicRecords'],
    preparing: '2017-02-06',
    operating: computerised.live,
  },
  {
    solutionId: prescribing,
    names: {
      en: 'Remote prescriptions',
      uk: 'Дистанційні рецепти',
      be: 'Дыстанцыйныя рэцэпты',
      ru: 'Дистанционные рецепты',
    },
    capability: 'remotePrescribing',
    indicators: ['remotePrescriptions'],
    preparing: '2017-09-04',
    operating: computerised.live,
  },
];
