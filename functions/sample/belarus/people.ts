import type { GivenAccount } from '../../domain/account.ts';
import type { Names } from '../../domain/names.ts';
import type { Person } from '../../domain/person.ts';
import type { Story } from '../story.ts';
import { sampleToday } from '../publishedFigures.ts';
import { headNames, headOf } from '../people.ts';
import { computerised } from './publishedFigures.ts';
import { clinic, hospital, sites } from './facilities.ts';

const manager: Person = { accountId: 'manager-by', name: 'Volha Kazlova' };
const administrator: Person = { accountId: 'admin-by', name: 'Siarhei Novik' };

/** Reviews the reports of Brest region. */
export const reviewer: Person = { accountId: 'manager-brest', name: 'Alena Siuko' };

/** The case of Liachavičy: its people, its numbers and most of its days are invented, what was published is not. */
export const belarusStory: Story = {
  administrator,
  manager,
  entered: { warehouses: '2014-02-03', donors: '2014-02-10', targets: '2014-02-03' },
  firstMonth: computerised.live.slice(0, 7),
  lastMonth: '2024-11',
  today: sampleToday,
};

/** The accounts of the demonstration; of each role, the first is the one to begin with. */
export const belarusAccounts: GivenAccount[] = [
  {
    ...manager,
    role: 'manager',
    regions: 'all',
    names: { en: manager.name, uk: 'Ольга Козлова', be: 'Вольга Казлова', ru: 'Ольга Козлова' },
    note: {
      en: 'Sees and reviews the whole country.',
      uk: 'Бачить усю країну й розглядає всі звіти.',
      be: 'Бачыць усю краіну і разглядае ўсе справаздачы.',
      ru: 'Видит всю страну и рассматривает все отчёты.',
    },
  },
  {
    ...reviewer,
    role: 'manager',
    regions: ['BY-BR'],
    names: { en: reviewer.name, uk: 'Олена Сюко', be: 'Алена Сюко', ru: 'Елена Сюко' },
    note: {
      en: 'Sees and reviews Brest region only.',
      uk: 'Бачить лише Берестейську область і розглядає її звіти.',
      be: 'Бачыць толькі Брэсцкую вобласць і разглядае яе справаздачы.',
      ru: 'Видит только Брестскую область и рассматривает её отчёты.',
    },
  },
  {
    accountId: 'donor-eu',
    name: 'Clara Verhoeven',
    role: 'donor',
    donorId: 'european-union',
    names: { en: 'Clara Verhoeven', uk: 'Клара Верхувен', be: 'Клара Верхувен', ru: 'Клара Верхувен' },
    note: {
      en: 'Follows what became of the project’s equipment.',
      uk: 'Стежить за тим, що сталося з обладнанням проєкту.',
      be: 'Сочыць за тым, што стала з абсталяваннем праекта.',
      ru: 'Следит за тем, что стало с оборудованием проекта.',
    },
  },
  {
    ...administrator,
    role: 'admin',
    names: { en: administrator.name, uk: 'Сергій Новик', be: 'Сяргей Новік', ru: 'Сергей Новик' },
    note: {
      en: 'Registers facilities and moves them on.',
      uk: 'Реєструє заклади й переводить їх на наступні етапи.',
      be: 'Рэгіструе ўстановы і пераводзіць іх на наступныя этапы.',
      ru: 'Регистрирует учреждения и переводит их на следующие этапы.',
    },
  },
  headAccount(hospital, {
    en: 'November is due.',
    uk: 'Треба подати звіт за листопад.',
    be: 'Трэба здаць справаздачу за лістапад.',
    ru: 'Нужно сдать отчёт за ноябрь.',
  }),
  headAccount(clinic, {
    en: 'All reports of the computerised clinic are approved.',
    uk: 'Усі звіти комп’ютеризованої поліклініки затверджено.',
    be: 'Усе справаздачы камп’ютарызаванай паліклінікі зацверджаны.',
    ru: 'Все отчёты компьютеризированной поликлиники утверждены.',
  }),
];

function headAccount(facilityId: string, note: Names): GivenAccount {
  const profile = sites.find((site) => site.profile.facilityId === facilityId)?.profile;
  if (!profile) throw new Error(`There is no facility ${facilityId}.`);
  return { ...headOf(profile), role: 'head', facilityId, names: headNames(profile), note };
}
