import type { StockRow } from '#functions/domain/equipment/stockImport.ts';

/*
 * What columns and choices are called on screens, in every language; a test holds them to the messages. A column for
 * which there are several words in one language is found by each.
 */

/** The fields of equipment that is there already, in the order of the template. */
export const stockLabels = {
  placeId: ['Place code', 'Код місця', 'Код месца', 'Код места'],
  inventoryNumber: ['Inventory number', 'Інвентарний номер', 'Інвентарны нумар', 'Инвентарный номер'],
  equipmentType: ['Equipment', 'Обладнання', 'Абсталяванне', 'Оборудование'],
  units: ['Units', 'Одиниць', 'Адзінак', 'Единиц'],
  source: ['Source', 'Джерело', 'Крыніца', 'Источник'],
  sourceName: ['Name of the source', 'Назва джерела', 'Назва крыніцы', 'Название источника'],
  solutionId: ['Solution', 'Рішення', 'Рашэнне', 'Решение'],
  state: ['State', 'Стан', 'Состояние'],
  receivedOn: ['Day it came', 'День, коли надійшло', 'Дзень, калі прыйшло', 'День, когда пришло'],
  installedOn: ['Installed on', 'Установлено', 'Устаноўлена'],
  firstUsedOn: ['First used on', 'Уперше використано', 'Упершыню выкарыстана', 'Впервые использовано'],
  faultySince: ['Faulty since', 'Несправне з', 'Няспраўна з', 'Неисправно с'],
  serialNumbers: ['Serial numbers', 'Серійні номери', 'Серыйныя нумары', 'Серийные номера'],
  orderNumber: ['Order number', 'Номер наказу', 'Нумар загаду', 'Номер приказа'],
  accountableUntil: ['Accountable until', 'Підзвітно до', 'Падсправаздачна да', 'Подотчётно до'],
} as const;

type Choice<Code> = { code: Code; names: readonly string[] };

export const sourceChoices: Choice<StockRow['source']['kind']>[] = [
  {
    code: 'state',
    names: ['State purchase', 'Державна закупівля', 'Дзяржаўная закупка', 'Государственная закупка'],
  },
  {
    code: 'own',
    names: ['Own purchase', 'Власна закупівля', 'Уласная закупка', 'Собственная закупка'],
  },
  { code: 'unknown', names: ['Unknown', 'Невідомо', 'Невядома', 'Неизвестно'] },
];

export const stateChoices: Choice<NonNullable<StockRow['state']>>[] = [
  { code: 'received', names: ['Received', 'Отримано', 'Атрымана', 'Получено'] },
  { code: 'installed', names: ['Installed', 'Установлено', 'Устаноўлена'] },
  { code: 'inUse', names: ['In use', 'Використовується', 'Выкарыстоўваецца', 'Используется'] },
];
