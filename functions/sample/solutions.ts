import type { Day } from '../domain/calendar.ts';
import type { CountryPack } from '../domain/countryPack.ts';
import type { Person } from '../domain/person.ts';
import { changeSolutionStage, registerSolution, type Solution } from '../domain/solution/solution.ts';
import { changeSolution } from '../store/solution/changeSolution.ts';
import type { Database } from '../store/database.ts';
import { manager } from './people.ts';
import type { Story } from './story.ts';

/** A solution of the sample, and the days on which its preparation and its operation began. */
export interface SolutionStory extends Pick<Solution, 'solutionId' | 'names' | 'supplier'> {
  capability: string;
  equipmentTypes?: string[];
  indicators?: string[];
  preparing: Day;
  operating?: Day;
}

/** Nine solutions in three directions, six of which operate, as published; their suppliers and days are invented. */
const stories: SolutionStory[] = [
  {
    solutionId: 'pregnancy-monitoring',
    names: { en: 'Remote pregnancy monitoring', uk: 'Дистанційний моніторинг вагітних' },
    supplier: 'Spokii Medical, Kyiv',
    capability: 'pregnancyMonitoring',
    equipmentTypes: ['portableDiagnosticComplex'],
    indicators: ['pregnancyMonitoringSessions'],
    preparing: '2022-06-01',
    operating: '2022-10-03',
  },
  {
    solutionId: 'self-examination',
    names: { en: 'Self-examination platform', uk: 'Платформа для самообстеження' },
    supplier: 'Oberih Diagnostics, Lviv',
    capability: 'selfExamination',
    equipmentTypes: ['selfExaminationPlatform'],
    indicators: ['selfExaminations'],
    preparing: '2023-01-16',
    operating: '2023-05-02',
  },
  {
    solutionId: 'ai-ct',
    names: { en: 'AI on CT of the brain', uk: 'ШІ для КТ головного мозку' },
    supplier: 'Zir AI, Kharkiv',
    capability: 'aiCt',
    equipmentTypes: ['ctAiServer'],
    indicators: ['ctStudiesReadWithAi'],
    preparing: '2023-09-04',
    operating: '2024-03-11',
  },
  {
    solutionId: 'ar-neurorehabilitation',
    names: {
      en: 'Neurorehabilitation with augmented reality',
      uk: 'Нейрореабілітація з доповненою реальністю',
    },
    supplier: 'Krok Rehab, Dnipro',
    capability: 'arNeurorehabilitation',
    equipmentTypes: ['arHeadset'],
    indicators: ['rehabilitationSessions'],
    preparing: '2023-03-06',
    operating: '2023-10-16',
  },
  {
    solutionId: 'virtual-operating-room',
    names: { en: 'Virtual operating room', uk: 'Віртуальна операційна' },
    supplier: 'Skalpel Link, Kyiv',
    capability: 'virtualOperatingRoom',
    equipmentTypes: ['operatingRoomSet'],
    indicators: ['operationsConsulted'],
    preparing: '2023-11-01',
    operating: '2024-06-03',
  },
  {
    solutionId: 'trauma-consultation',
    names: {
      en: 'Advice on gunshot and blast injuries',
      uk: 'Консультування щодо вогнепальних і вибухових травм',
    },
    capability: 'traumaConsultation',
    indicators: ['traumaConsultations'],
    preparing: '2022-09-12',
    operating: '2023-02-06',
  },
  {
    solutionId: 'tele-ecg',
    names: { en: 'Remote ECG', uk: 'Дистанційна ЕКГ' },
    supplier: 'Sertse Systems, Odesa',
    capability: 'teleEcg',
    equipmentTypes: ['ecgRecorder'],
    preparing: '2024-07-15',
  },
  {
    solutionId: 'dermatoscopy',
    names: { en: 'Remote dermatoscopy', uk: 'Дистанційна дерматоскопія' },
    capability: 'dermatoscopy',
    equipmentTypes: ['tablet'],
    preparing: '2024-09-02',
  },
  {
    solutionId: 'psychological-first-aid',
    names: { en: 'Psychological first aid by video', uk: 'Перша психологічна допомога через відео' },
    capability: 'psychologicalFirstAid',
    equipmentTypes: ['videoTerminal'],
    preparing: '2024-10-07',
  },
];

/** The solutions of Ukraine, version by version. */
export const sampleSolutions = (pack: CountryPack): Solution[][] => solutionsOf(stories, pack, manager);

/** Solutions as their stories leave them, version by version. */
export function solutionsOf(
  told: readonly SolutionStory[],
  pack: CountryPack,
  { accountId: by }: Person,
): Solution[][] {
  return told.map(({ preparing, operating, equipmentTypes = [], indicators = [], ...profile }) => {
    const on = { pack, today: operating ?? preparing, takenIndicators: [] };
    const begun = registerSolution(
      { ...profile, equipmentTypes, indicators },
      { ...on, date: preparing, by },
    );
    if (!operating) return [begun];
    return [begun, changeSolutionStage(begun, { status: 'operating', date: operating, by }, on)];
  });
}

/** Does what led to a solution. */
export async function rollOutSolution(
  database: Database,
  pack: CountryPack,
  versions: Solution[],
  { manager: by }: Pick<Story, 'manager'>,
): Promise<void> {
  for (const after of versions) {
    const { solutionId, version, stages, indicators } = after;
    const [action, basedOn] = version === 1 ? (['register', 0] as const) : (['changeStage', 1] as const);
    const at = `${stages.at(-1)?.date}T08:15:00Z`;
    const idempotencyKey = `sample-solution-v${version}`;
    const command = { action, content: { solutionId, version }, by, at, basedOn, idempotencyKey };
    await changeSolution(database, pack, solutionId, command, {
      authorise: () => undefined,
      indicators,
      decide: () => after,
    });
  }
}
