/** A target of the nation's, from the programme's first years. */
export const nationalLines = [
  {
    row: 'nation',
    planned: [
      { day: '2023-01-01', value: 0 },
      { day: '2024-12-31', value: 240 },
    ],
  },
];

/** A milestone known by its year. */
export const strategy = { names: { uk: 'Стратегію ухвалено', en: 'Strategy adopted' }, on: '2023' };
