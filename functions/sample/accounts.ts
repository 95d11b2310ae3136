import type { Names } from '../domain/names.ts';
import type { GivenAccount } from '../domain/account.ts';
import { lastMonth } from './publishedFigures.ts';
import type { ReportOutcome } from './reportOutcomes.ts';
import type { DueReport } from './dueReports.ts';
import { administrator, headNames, headOf, manager, managerOfLviv } from './people.ts';

/** The accounts of the demonstration; of each role, the first is the one to begin with. */
export function sampleAccounts(dueReports: DueReport[]): GivenAccount[] {
  return [
    {
      ...manager,
      role: 'manager',
      regions: 'all',
      names: {
        en: manager.name,
        uk: 'Олена Коваленко',
        be: 'Алена Каваленка',
        ru: 'Елена Коваленко',
      },
      note: {
        en: 'Sees and reviews the whole country.',
        uk: 'Бачить усю країну й розглядає всі звіти.',
        be: 'Бачыць усю краіну і разглядае ўсе справаздачы.',
        ru: 'Видит всю страну и рассматривает все отчёты.',
      },
    },
    {
      ...managerOfLviv,
      role: 'manager',
      regions: ['UA-46'],
      names: {
        en: managerOfLviv.name,
        uk: 'Андрій Мельник',
        be: 'Андрэй Мельнік',
        ru: 'Андрей Мельник',
      },
      note: {
        en: 'Sees and reviews Lviv region only.',
        uk: 'Бачить лише Львівську область і розглядає її звіти.',
        be: 'Бачыць толькі Львоўскую вобласць і разглядае яе справаздачы.',
        ru: 'Видит только Львовскую область и рассматривает её отчёты.',
      },
    },
    {
      accountId: 'donor-sample',
      name: 'Nora Lindqvist',
      role: 'donor',
      donorId: 'sample',
      names: {
        en: 'Nora Lindqvist',
        uk: 'Нора Ліндквіст',
        be: 'Нора Ліндквіст',
        ru: 'Нора Линдквист',
      },
      note: {
        en: 'Follows the progress of a rollout that she helps to pay for.',
        uk: 'Стежить за впровадженням, яке допомагає фінансувати.',
        be: 'Сочыць за ўкараненнем, якое дапамагае фінансаваць.',
        ru: 'Следит за внедрением, которое помогает финансировать.',
      },
    },
    {
      ...administrator,
      role: 'admin',
      names: {
        en: administrator.name,
        uk: 'Ірина Шевчук',
        be: 'Ірына Шаўчук',
        ru: 'Ирина Шевчук',
      },
      note: {
        en: 'Registers facilities and moves them on.',
        uk: 'Реєструє заклади й переводить їх на наступні етапи.',
        be: 'Рэгіструе ўстановы і пераводзіць іх на наступныя этапы.',
        ru: 'Регистрирует учреждения и переводит их на следующие этапы.',
      },
    },
    ...interestingHeads(dueReports),
  ];
}

/** What makes a facility a good one to sign in for: what came of its last two months. */
interface Situation {
  last: ReportOutcome;
  before: ReportOutcome;
  note: Names;
}

const situations: [Situation, ...Situation[]] = [
  {
    last: 'missing',
    before: 'approved',
    note: {
      en: 'November is due.',
      uk: 'Треба подати звіт за листопад.',
      be: 'Трэба здаць справаздачу за лістапад.',
      ru: 'Нужно сдать отчёт за ноябрь.',
    },
  },
  {
    last: 'returned',
    before: 'approved',
    note: {
      en: 'November came back with a question.',
      uk: 'Звіт за листопад повернуто із запитанням.',
      be: 'Справаздача за лістапад вернута з пытаннем.',
      ru: 'Отчёт за ноябрь возвращён с вопросом.',
    },
  },
  {
    last: 'waiting',
    before: 'approved',
    note: {
      en: 'November is waiting for review.',
      uk: 'Звіт за листопад чекає на розгляд.',
      be: 'Справаздача за лістапад чакае разгляду.',
      ru: 'Отчёт за ноябрь ожидает рассмотрения.',
    },
  },
  {
    last: 'draft',
    before: 'approved',
    note: {
      en: 'November is begun and not yet handed in.',
      uk: 'Звіт за листопад розпочато, але ще не подано.',
      be: 'Справаздача за лістапад пачата, але яшчэ не здадзена.',
      ru: 'Отчёт за ноябрь начат, но ещё не сдан.',
    },
  },
  {
    last: 'missing',
    before: 'missing',
    note: {
      en: 'November is due and October is late.',
      uk: 'Треба подати звіт за листопад, а за жовтень його прострочено.',
      be: 'Трэба здаць справаздачу за лістапад, а за кастрычнік яна спазняецца.',
      ru: 'Нужно сдать отчёт за ноябрь, а за октябрь он просрочен.',
    },
  },
];

/**
 * One head for each situation, of facilities with a past. The first is of a clinic in Lviv region without a blemish;
 * lists show accounts by id, so the others come after it.
 */
function interestingHeads(dueReports: DueReport[]): GivenAccount[] {
  const histories = dueReports
    .filter(({ month }) => month === lastMonth)
    .map(({ profile }) => dueReports.filter((one) => one.profile === profile));
  const first = histories.find((history) => isBlameless(history) && isIn(history, situations[0]));
  const start = first ? histories.indexOf(first) : 0;
  return situations.flatMap((situation) => {
    const found = histories
      .slice(start)
      .find((history) => isIn(history, situation) && isExperienced(history));
    const profile = found?.[0]?.profile;
    if (!profile) return [];
    const { facilityId } = profile;
    return [
      { ...headOf(profile), role: 'head', facilityId, names: headNames(profile), note: situation.note },
    ];
  });
}

function isIn(history: DueReport[], { last, before }: Situation): boolean {
  const [previous, current] = history.slice(-2);
  return current?.month === lastMonth && current.outcome === last && previous?.outcome === before;
}

function isBlameless(history: DueReport[]): boolean {
  return history.every(
    ({ profile, month, outcome }) =>
      profile.region === 'UA-46' &&
      profile.type === 'districtClinic' &&
      (outcome === 'approved' || month === lastMonth),
  );
}

function isExperienced(history: DueReport[]): boolean {
  return history.filter(({ outcome }) => outcome === 'approved').length >= 6;
}
