import { attendanceCounts, staffRoles } from '#functions/domain/training/bounds.ts';
import type { AttendanceCount, StaffRole, TrainingMode } from '#functions/domain/training/bounds.ts';

/*
 * What columns and choices are called on screens, in English, Ukrainian, Belarusian and Russian; a test holds them to the
 * messages.
 */

const factLabels = {
  day: ['Day', 'День', 'Дзень'],
  solutionId: ['Solution', 'Рішення', 'Рашэнне', 'Решение'],
  topic: ['Other subject', 'Інша тема', 'Іншая тэма', 'Другая тема'],
  provider: ['Taught by', 'Хто навчав', 'Хто навучаў', 'Кто обучал'],
  mode: ['Form', 'Форма'],
  hours: ['Hours', 'Годин', 'Гадзін', 'Часов'],
  host: ['Held by', 'Хто проводив', 'Хто праводзіў', 'Кто проводил'],
  facilityId: ['Facility code', 'Код закладу', 'Код установы', 'Код учреждения'],
} as const;

const staffNames: Record<StaffRole, readonly string[]> = {
  doctor: ['Doctors', 'Лікарі', 'Урачы', 'Врачи'],
  nurse: ['Nurses and midwives', 'Медсестри й акушерки', 'Медсёстры і акушэркі', 'Медсёстры и акушерки'],
  paramedic: ['Paramedics', 'Фельдшери', 'Фельчары', 'Фельдшеры'],
  other: ['Others', 'Інші', 'Іншыя', 'Другие'],
};

const countNames: Record<AttendanceCount, readonly string[]> = {
  attending: ['Came', 'Було', 'Было', 'Было'],
  newToSolution: ['New to the subject', 'Тема нова', 'Тэма новая', 'Тема новая'],
  newToEquipment: [
    'New to telemedicine equipment',
    'Уперше з обладнанням телемедицини',
    'Упершыню з абсталяваннем тэлемедыцыны',
    'Впервые с оборудованием телемедицины',
  ],
};

/** The field of those of a role, as the API names it. */
export const staffField = (role: StaffRole, count: AttendanceCount): string => `staff.${role}.${count}`;

/** The fields of a row, in the order of the template. */
export const trainingLabels: Record<string, readonly string[]> = {
  ...factLabels,
  ...Object.fromEntries(
    staffRoles.flatMap((role) =>
      attendanceCounts.map((count) => [
        staffField(role, count),
        staffNames[role].map((name, index) => `${name}: ${countNames[count][index]}`),
      ]),
    ),
  ),
};

export const modeChoices: { code: TrainingMode; names: readonly string[] }[] = [
  { code: 'onSite', names: ['On site', 'На місці', 'На месцы', 'На месте'] },
  { code: 'remote', names: ['Remote', 'Дистанційно', 'Дыстанцыйна', 'Дистанционно'] },
];

export const nationNames = [
  'The country as a whole',
  'Країна загалом',
  'Краіна ў цэлым',
  'Страна в целом',
] as const;
