import { languages } from '../../domain/names.ts';
import { at, by, key } from './circumstances.ts';

/** An example for each operation on the plan. */
export function planExamples({ region }: { region: string }) {
  const lines = [
    {
      row: region,
      planned: [
        { day: '2024-01-01', value: 12 },
        { day: '2025-12-31', value: 40 },
      ],
    },
  ];
  const names = Object.fromEntries(languages.map((language) => [language, 'Strategy adopted']));
  const milestone = { names, on: '2023', count: 31, of: 41 };
  const target = { figure: 'facilitiesLive', lines, version: 1 };
  const kept = { milestoneId: 'strategy', ...milestone, version: 1 };
  const line = { version: 1, at, by };
  return {
    'plan.whole': { answer: { targets: [target], milestones: [kept] } },
    'plan.setTarget': { body: { basedOn: 0, ...key, lines }, answer: target },
    'plan.targetHistory': {
      answer: {
        lines: [{ ...line, action: 'setTarget' as const, changes: [{ field: 'lines', to: lines }] }],
      },
    },
    'plan.setMilestone': { body: { basedOn: 0, ...key, ...milestone }, answer: kept },
    'plan.milestoneHistory': {
      answer: {
        lines: [{ ...line, action: 'setMilestone' as const, changes: [{ field: 'on', to: '2023' }] }],
      },
    },
  };
}
