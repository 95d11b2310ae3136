import type { Figure } from '../figureCatalogue.ts';
import { names } from '#figureNames';

// Loaded by every dashboard: nothing of a schema is in here.

const reportCount = { unit: 'reports', indicators: [], hasApproved: false, isAboutPeople: false } as const;

/** Counts of monthly reports. How many are expected follows from the stages of facilities. */
export const reportFigures: Figure[] = [
  {
    ...reportCount,
    name: 'reportsExpected',
    key: 're',
    kind: 'level',
    names: names('Reports expected', 'Очікувані звіти', 'Чаканыя справаздачы', 'Ожидаемые отчёты'),
    source: 'facility',
    parts: 'reports',
  },
  {
    ...reportCount,
    name: 'reportsReceived',
    key: 'rr',
    kind: 'month',
    names: names('Reports received', 'Отримані звіти', 'Атрыманыя справаздачы', 'Полученные отчёты'),
    source: 'monthlyReport',
    parts: 'reports',
  },
  {
    ...reportCount,
    name: 'reportsOnTime',
    key: 'rt',
    kind: 'month',
    names: names(
      'Reports on time',
      'Звіти, подані вчасно',
      'Справаздачы, здадзеныя своечасова',
      'Отчёты, сданные вовремя',
    ),
    source: 'monthlyReport',
    parts: 'reports',
  },
  {
    ...reportCount,
    name: 'reportsApproved',
    key: 'ra',
    kind: 'month',
    names: names('Reports approved', 'Затверджені звіти', 'Зацверджаныя справаздачы', 'Утверждённые отчёты'),
    source: 'monthlyReport',
    parts: 'reports',
  },
  {
    ...reportCount,
    name: 'reportsAwaitingReview',
    key: 'rw',
    kind: 'level',
    names: names(
      'Reports awaiting review',
      'Звіти, що чекають на розгляд',
      'Справаздачы, што чакаюць разгляду',
      'Отчёты, ожидающие рассмотрения',
    ),
    source: 'monthlyReport',
    parts: 'review',
  },
];
