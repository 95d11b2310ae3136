/*
 * What columns and rows are called on screens, in every language; a test holds them to the messages.
 */

/** The fields of a target's file, in the order of the template. */
export const targetLabels = {
  figure: ['Figure', 'Показник', 'Паказчык', 'Показатель'],
  row: ['Region', 'Регіон', 'Рэгіён', 'Регион'],
  day: ['Date', 'Дата'],
  value: ['To be reached', 'Треба досягти', 'Трэба дасягнуць', 'Нужно достичь'],
  reason: ['Why it is lowered', 'Чому знижено', 'Чаму зніжана', 'Почему снижено'],
} as const;

/** The rows that are no region. */
export const otherRows = [
  {
    code: 'unassigned',
    names: [
      'Not assigned to a region',
      'Не розподілено між регіонами',
      'Не размеркавана паміж рэгіёнамі',
      'Не распределено по регионам',
    ],
  },
  {
    code: 'nation',
    names: ['For the nation as a whole', 'Для країни загалом', 'Для краіны ў цэлым', 'Для страны в целом'],
  },
];
