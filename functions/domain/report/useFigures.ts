import type { Figure } from '../figureCatalogue.ts';
import { names } from '#figureNames';

// Loaded by every dashboard: nothing of a schema is in here.

const ofUse = {
  kind: 'month',
  unit: 'units',
  source: 'monthlyReport',
  indicators: [],
  hasApproved: false,
  isAboutPeople: false,
  parts: 'equipment',
} as const;

/** What approved reports say of the equipment in use, and of those who can use it: one who can use two solutions counts for each. */
export const useFigures: Figure[] = [
  {
    ...ofUse,
    name: 'unitsUsed',
    key: 'xu',
    names: names(
      'Units used in the month',
      'Одиниць використано за місяць',
      'Адзінак выкарыстана за месяц',
      'Единиц использовано за месяц',
    ),
  },
  {
    ...ofUse,
    name: 'unitsNotUsed',
    key: 'xn',
    names: names(
      'Units not used in the month',
      'Одиниць не використано за місяць',
      'Адзінак не выкарыстана за месяц',
      'Единиц не использовано за месяц',
    ),
  },
  {
    ...ofUse,
    name: 'aidUsedUsd',
    key: 'xa',
    unit: 'usdCents',
    names: names(
      'Aid used in the month',
      'Допомога, використана за місяць',
      'Дапамога, выкарыстаная за месяц',
      'Помощь, использованная за месяц',
    ),
  },
  {
    ...ofUse,
    name: 'aidNotUsedUsd',
    key: 'xo',
    unit: 'usdCents',
    names: names(
      'Aid not used in the month',
      'Допомога, не використана за місяць',
      'Дапамога, не выкарыстаная за месяц',
      'Помощь, не использованная за месяц',
    ),
  },
  {
    ...ofUse,
    name: 'unitsStaffed',
    key: 'xs',
    names: names(
      'Units in use where someone can use them',
      'Одиниць там, де є кому користуватися',
      'Адзінак там, дзе ёсць каму карыстацца',
      'Единиц там, где есть кому пользоваться',
    ),
  },
  {
    ...ofUse,
    name: 'unitsUnstaffed',
    key: 'xv',
    names: names(
      'Units where nobody can use them',
      'Одиниць там, де немає кому користуватися',
      'Адзінак там, дзе няма каму карыстацца',
      'Единиц там, где некому пользоваться',
    ),
  },
  {
    ...ofUse,
    name: 'unitsStaffedNotUsed',
    key: 'xm',
    names: names(
      'Units not used although someone could',
      'Одиниць без користування, хоча є кому',
      'Адзінак без карыстання, хоць ёсць каму',
      'Единиц без использования, хотя есть кому',
    ),
  },
  {
    ...ofUse,
    name: 'aidStaffedUsd',
    key: 'xb',
    unit: 'usdCents',
    names: names(
      'Aid where someone can use it',
      'Допомога там, де є кому користуватися',
      'Дапамога там, дзе ёсць каму карыстацца',
      'Помощь там, где есть кому пользоваться',
    ),
  },
  {
    ...ofUse,
    name: 'aidUnstaffedUsd',
    key: 'xc',
    unit: 'usdCents',
    names: names(
      'Aid where nobody can use it',
      'Допомога там, де немає кому користуватися',
      'Дапамога там, дзе няма каму карыстацца',
      'Помощь там, где некому пользоваться',
    ),
  },
  {
    ...ofUse,
    name: 'aidStaffedNotUsedUsd',
    key: 'xd',
    unit: 'usdCents',
    names: names(
      'Aid not used although someone could',
      'Допомога без користування, хоча є кому',
      'Дапамога без карыстання, хоць ёсць каму',
      'Помощь без использования, хотя есть кому',
    ),
  },
  {
    name: 'staffAbleToUse',
    key: 'vc',
    kind: 'month',
    unit: 'people',
    names: names(
      'People who can use a solution',
      'Уміють користуватися рішенням',
      'Умеюць карыстацца рашэннем',
      'Умеют пользоваться решением',
    ),
    source: 'monthlyReport',
    indicators: [],
    hasApproved: false,
    isAboutPeople: true,
    parts: 'reports',
  },
];
