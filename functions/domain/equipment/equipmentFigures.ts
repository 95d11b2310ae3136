import type { Figure } from '../figureCatalogue.ts';
import { names } from '#figureNames';
import type { Names } from '../names.ts';
import type { EquipmentConcern } from './concern.ts';
import type { EquipmentState } from './consignment.ts';

// Loaded by every dashboard: nothing of a schema is in here.

/** The level of units in a state, such as `unitsInUse`. */
export function unitsFigure(state: EquipmentState): string {
  return `units${state.charAt(0).toUpperCase()}${state.slice(1)}`;
}

/** The level of units that somebody should look at, such as `unitsStuck`. */
export function concernFigure(concern: EquipmentConcern): string {
  return `units${concern.charAt(0).toUpperCase()}${concern.slice(1)}`;
}

const noPeople = { indicators: [], hasApproved: false, isAboutPeople: false } as const;
const ofUnits = {
  ...noPeople,
  kind: 'level',
  unit: 'units',
  source: 'consignment',
  parts: 'equipment',
} as const;
const ofAid = { ...noPeople, unit: 'usdCents', source: 'consignment', parts: 'equipment' } as const;

const states: Record<EquipmentState, { key: string; names: Names }> = {
  planned: {
    key: 'np',
    names: names('Units planned', 'Одиниць заплановано', 'Адзінак запланавана', 'Единиц запланировано'),
  },
  shipped: {
    key: 'ns',
    names: names('Units on the way', 'Одиниць у дорозі', 'Адзінак у дарозе', 'Единиц в пути'),
  },
  received: {
    key: 'nr',
    names: names(
      'Units received, not installed',
      'Одиниць отримано, не встановлено',
      'Адзінак атрымана, не ўсталявана',
      'Единиц получено, не установлено',
    ),
  },
  installed: {
    key: 'ni',
    names: names(
      'Units installed, not yet used',
      'Одиниць встановлено, ще не використовується',
      'Адзінак усталявана, яшчэ не выкарыстоўваецца',
      'Единиц установлено, ещё не используется',
    ),
  },
  inUse: {
    key: 'nu',
    names: names('Units in use', 'Одиниць у користуванні', 'Адзінак у карыстанні', 'Единиц в использовании'),
  },
  returned: {
    key: 'nt',
    names: names('Units returned', 'Одиниць повернуто', 'Адзінак вернута', 'Единиц возвращено'),
  },
  lost: {
    key: 'nl',
    names: names('Units lost', 'Одиниць втрачено', 'Адзінак страчана', 'Единиц потеряно'),
  },
  destroyed: {
    key: 'nd',
    names: names('Units destroyed', 'Одиниць знищено', 'Адзінак знішчана', 'Единиц уничтожено'),
  },
  scrapped: {
    key: 'nc',
    names: names('Units scrapped', 'Одиниць списано', 'Адзінак спісана', 'Единиц списано'),
  },
};

const isState = (name: string): name is EquipmentState => name in states;

const stateFigures = Object.keys(states)
  .filter(isState)
  .map((state): Figure => ({ ...ofUnits, name: unitsFigure(state), ...states[state] }));

const aid = (name: string, key: string, kind: Figure['kind'], texts: Names): Figure => ({
  ...ofAid,
  name,
  key,
  kind,
  names: texts,
});

/** Equipment and aid, from the pledge to the end: units of every source, money of donations alone, in US cents. */
export const equipmentFigures: Figure[] = [
  {
    ...aid(
      'aidPledgedUsd',
      'ap',
      'flow',
      names('Aid pledged', 'Обіцяна допомога', 'Абяцаная дапамога', 'Обещанная помощь'),
    ),
    source: 'donation',
    parts: 'donations',
  },
  aid(
    'aidShippedUsd',
    'as',
    'flow',
    names('Aid shipped', 'Відправлена допомога', 'Адпраўленая дапамога', 'Отправленная помощь'),
  ),
  aid(
    'aidReceivedUsd',
    'ar',
    'flow',
    names('Aid received', 'Отримана допомога', 'Атрыманая дапамога', 'Полученная помощь'),
  ),
  aid(
    'aidHeldUsd',
    'ah',
    'level',
    names(
      'Aid held by facilities and warehouses',
      'Допомога в закладах і на складах',
      'Дапамога ва ўстановах і на складах',
      'Помощь в учреждениях и на складах',
    ),
  ),
  aid(
    'aidInUseUsd',
    'au',
    'level',
    names('Aid in use', 'Допомога в користуванні', 'Дапамога ў карыстанні', 'Помощь в использовании'),
  ),
  aid(
    'aidLostUnderWayUsd',
    'aw',
    'level',
    names(
      'Aid lost on the way',
      'Допомога, втрачена в дорозі',
      'Дапамога, страчаная ў дарозе',
      'Помощь, потерянная в пути',
    ),
  ),
  aid(
    'aidLostUsd',
    'al',
    'level',
    names(
      'Aid lost after receipt',
      'Допомога, втрачена після отримання',
      'Дапамога, страчаная пасля атрымання',
      'Помощь, потерянная после получения',
    ),
  ),
  aid(
    'aidDestroyedUsd',
    'ad',
    'level',
    names('Aid destroyed', 'Знищена допомога', 'Знішчаная дапамога', 'Уничтоженная помощь'),
  ),
  aid(
    'aidScrappedUsd',
    'ac',
    'level',
    names('Aid scrapped', 'Списана допомога', 'Спісаная дапамога', 'Списанная помощь'),
  ),
  aid(
    'aidReturnedUsd',
    'at',
    'level',
    names('Aid returned', 'Повернута допомога', 'Вернутая дапамога', 'Возвращённая помощь'),
  ),
  {
    ...ofUnits,
    name: 'unitsPledged',
    key: 'ng',
    kind: 'flow',
    names: names('Units pledged', 'Одиниць обіцяно', 'Адзінак абяцана', 'Единиц обещано'),
    source: 'donation',
    parts: 'donations',
  },
  ...stateFigures,
  {
    ...ofUnits,
    name: 'unitsFaulty',
    key: 'nf',
    names: names('Faulty units', 'Несправних одиниць', 'Няспраўных адзінак', 'Неисправных единиц'),
  },
  {
    ...ofUnits,
    name: concernFigure('missing'),
    key: 'nm',
    names: names(
      'Units that did not come',
      'Одиниць, що не надійшли',
      'Адзінак, якія не прыйшлі',
      'Единиц, которые не пришли',
    ),
  },
  {
    ...ofUnits,
    name: concernFigure('longFaulty'),
    key: 'no',
    names: names(
      'Units faulty for over 30 days',
      'Одиниць, несправних понад 30 днів',
      'Адзінак, няспраўных больш за 30 дзён',
      'Единиц, неисправных более 30 дней',
    ),
  },
  {
    ...ofUnits,
    name: concernFigure('stuck'),
    key: 'nk',
    names: names(
      'Units to which nothing happens',
      'Одиниць без руху',
      'Адзінак без руху',
      'Единиц без движения',
    ),
  },
];
