import type { Figure } from '../figureCatalogue.ts';

// Loaded by every dashboard: nothing of a schema is in here.

const ofTraining = {
  kind: 'flow',
  source: 'trainingSession',
  indicators: [],
  hasApproved: false,
  parts: 'training',
} as const;

/** Training sessions, and those who came. */
export const trainingFigures: Figure[] = [
  {
    ...ofTraining,
    name: 'trainingSessions',
    key: 'vs',
    unit: 'sessions',
    isAboutPeople: false,
    names: {
      en: 'Training sessions',
      uk: 'Навчальні заняття',
      be: 'Навучальныя заняткі',
      ru: 'Учебные занятия',
    },
  },
  {
    ...ofTraining,
    name: 'attendances',
    key: 'va',
    unit: 'people',
    isAboutPeople: true,
    names: {
      en: 'Attendances at training',
      uk: 'Відвідування занять',
      be: 'Наведванні заняткаў',
      ru: 'Посещения занятий',
    },
  },
  {
    ...ofTraining,
    name: 'newToSolution',
    key: 'vn',
    unit: 'people',
    isAboutPeople: true,
    names: {
      en: 'People trained on a solution for the first time',
      uk: 'Уперше навчені роботі з рішенням',
      be: 'Упершыню навучаныя працы з рашэннем',
      ru: 'Впервые обученные работе с решением',
    },
  },
  {
    ...ofTraining,
    name: 'workersTrained',
    key: 'vw',
    unit: 'people',
    isAboutPeople: true,
    names: {
      en: 'Health workers trained in telemedicine equipment',
      uk: 'Медпрацівники, навчені роботі з обладнанням телемедицини',
      be: 'Медыкі, навучаныя працы з абсталяваннем тэлемедыцыны',
      ru: 'Медработники, обученные работе с телемедицинским оборудованием',
    },
  },
];
