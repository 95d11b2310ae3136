import { languages, type Language } from '../../../functions/domain/names.ts';

/** What the provider's own pages say. */
interface Texts {
  readonly product: string;
  readonly title: string;
  readonly heading: string;
  readonly demo: string;
  readonly roles: Readonly<Record<'manager' | 'donor' | 'head' | 'admin', string>>;
  readonly failed: string;
  readonly expired: string;
  readonly noSuchAccount: string;
  readonly tooLarge: string;
  readonly noRoom: string;
  readonly again: string;
}

/** In each language; roles are called what the app calls them. */
export const texts: Readonly<Record<Language, Texts>> = {
  en: {
    product: 'Telemedicine Rollout',
    title: 'Sign in',
    heading: 'Whom do you want to sign in as?',
    demo: 'These are demo accounts of this machine. They have no passwords, and nobody else can reach them.',
    roles: {
      manager: 'Programme manager',
      donor: 'Donor partner',
      head: 'Facility head',
      admin: 'Administrator',
    },
    failed: 'Signing in did not work',
    expired: 'This sign-in page is no longer valid. Go back to the app and sign in again.',
    noSuchAccount: 'There is no such account. Go back and choose one of the list.',
    tooLarge: 'More was sent than a sign-in needs. Go back and choose an account of the list.',
    noRoom: 'The disk of this machine is full. Make some room on it and try again.',
    again: 'Back to the app',
  },
  uk: {
    product: 'Упровадження телемедицини',
    title: 'Вхід',
    heading: 'Від чийого імені увійти?',
    demo: 'Це демонстраційні облікові записи цього комп’ютера. Паролів у них немає, і ззовні вони недоступні.',
    roles: {
      manager: 'Керівник програми',
      donor: 'Партнер з розвитку',
      head: 'Керівник закладу',
      admin: 'Адміністратор',
    },
    failed: 'Увійти не вдалося',
    expired: 'Ця сторінка входу вже недійсна. Поверніться до застосунку й увійдіть знову.',
    noSuchAccount: 'Такого облікового запису немає. Поверніться й виберіть запис зі списку.',
    tooLarge: 'Надіслано більше, ніж потрібно для входу. Поверніться й виберіть запис зі списку.',
    noRoom: 'На диску цього комп’ютера не лишилося місця. Звільніть його й спробуйте ще раз.',
    again: 'Повернутися до застосунку',
  },
  be: {
    product: 'Укараненне тэлемедыцыны',
    title: 'Уваход',
    heading: 'Ад чыйго імя ўвайсці?',
    demo: 'Гэта дэманстрацыйныя ўліковыя запісы гэтага камп’ютара. Пароляў у іх няма, і звонку яны недаступныя.',
    roles: {
      manager: 'Кіраўнік праграмы',
      donor: 'Партнёр па развіцці',
      head: 'Кіраўнік установы',
      admin: 'Адміністратар',
    },
    failed: 'Увайсці не ўдалося',
    expired: 'Гэта старонка ўваходу больш не дзейнічае. Вярніцеся ў праграму і ўвайдзіце зноў.',
    noSuchAccount: 'Такога ўліковага запісу няма. Вярніцеся і выберыце запіс са спіса.',
    tooLarge: 'Адпраўлена больш, чым трэба для ўваходу. Вярніцеся і выберыце запіс са спіса.',
    noRoom: 'На дыску гэтага камп’ютара не засталося месца. Вызваліце яго і паспрабуйце яшчэ раз.',
    again: 'Вярнуцца ў праграму',
  },
  ru: {
    product: 'Внедрение телемедицины',
    title: 'Вход',
    heading: 'От чьего имени войти?',
    demo: 'Это демонстрационные учётные записи этого компьютера. Паролей у них нет, и извне они недоступны.',
    roles: {
      manager: 'Руководитель программы',
      donor: 'Партнёр по развитию',
      head: 'Руководитель учреждения',
      admin: 'Администратор',
    },
    failed: 'Войти не удалось',
    expired: 'Эта страница входа больше не действует. Вернитесь в приложение и войдите снова.',
    noSuchAccount: 'Такой учётной записи нет. Вернитесь и выберите запись из списка.',
    tooLarge: 'Отправлено больше, чем нужно для входа. Вернитесь и выберите запись из списка.',
    noRoom: 'На диске этого компьютера не осталось места. Освободите его и попробуйте ещё раз.',
    again: 'Вернуться в приложение',
  },
};

/** The first language we have of those that an app or a browser wishes, such as `uk-UA,uk;q=0.9,en;q=0.8`. */
export function languageFor(wished: string): Language {
  const codes = wished.split(/[\s,]+/).map((part) => part.slice(0, 2).toLowerCase());
  return codes.flatMap((code) => languages.filter((language) => language === code))[0] ?? 'en';
}
