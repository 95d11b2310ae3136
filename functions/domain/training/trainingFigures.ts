import { names } from '#figureNames';
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
    names: names('Training sessions', 'Навчальні заняття', 'Навучальныя заняткі', 'Учебные занятия'),
  },
  {
    ...ofTraining,
    name: 'attendances',
    key: 'va',
    unit: 'people',
    isAboutPeople: true,
    names: names(
      'Attendances at training',
      'Відвідування занять',
      'Наведванні заняткаў',
      'Посещения занятий',
    ),
  },
  {
    ...ofTraining,
    name: 'newToSolution',
    key: 'vn',
    unit: 'people',
    isAboutPeople: true,
    names: names(
      'People trained on a solution for the first time',
      'Уперше навчені роботі з рішенням',
      'Упершыню навучаныя працы з рашэннем',
      'Впервые обученные работе с решением',
    ),
  },
  {
    ...ofTraining,
    name: 'workersTrained',
    key: 'vw',
    unit: 'people',
    isAboutPeople: true,
    names: names(
      'Health workers trained in telemedicine equipment',
      'Медпрацівники, навчені роботі з обладнанням телемедицини',
      'Медыкі, навучаныя працы з абсталяваннем тэлемедыцыны',
      'Медработники, обученные работе с телемедицинским оборудованием',
    ),
  },
];
