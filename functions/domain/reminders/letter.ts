import type { Day, Month } from '../calendar.ts';
import type { Language } from '../names.ts';
import type { ReminderKind } from './reminder.ts';

/** What a letter tells besides its language and kind. */
export interface LetterContent {
  month: Month;
  due: Day;
  /** The facility, in the letter's language. */
  facility: string;
  /** The product's address, without a slash at its end. */
  origin: string;
}

/** A plain letter: a subject, and lines. */
export interface Letter {
  subject: string;
  text: string;
}

interface Told {
  month: string;
  due: string;
  facility: string;
}

interface Words {
  subject: Record<ReminderKind, (told: Told) => string>;
  body: Record<ReminderKind, (told: Told) => string>;
  form: string;
  stop: string;
}

const words: Record<Language, Words> = {
  en: {
    subject: {
      before: ({ month, due }) => `The report for ${month} is due by ${due}`,
      after: ({ month }) => `The report for ${month} is late`,
    },
    body: {
      before: ({ facility, month, due }) =>
        `${facility} has not yet handed in its telemedicine report for ${month}. It is due by the end of ${due}.`,
      after: ({ facility, month, due }) =>
        `The telemedicine report of ${facility} for ${month} was due on ${due} and has not been handed in. It can still be.`,
    },
    form: 'The form',
    stop: 'Switch these letters off',
  },
  uk: {
    subject: {
      before: ({ month, due }) => `Звіт за ${month} треба подати до ${due}`,
      after: ({ month }) => `Звіт за ${month} запізнюється`,
    },
    body: {
      before: ({ facility, month, due }) =>
        `${facility}: звіт із телемедицини за ${month} ще не подано. Подайте його до кінця дня ${due}.`,
      after: ({ facility, month, due }) =>
        `${facility}: звіт із телемедицини за ${month} не подано, хоча строк минув ${due}. Його ще можна подати.`,
    },
    form: 'Форма звіту',
    stop: 'Вимкнути ці листи',
  },
  be: {
    subject: {
      before: ({ month, due }) => `Справаздачу за ${month} трэба здаць да ${due}`,
      after: ({ month }) => `Справаздача за ${month} спазняецца`,
    },
    body: {
      before: ({ facility, month, due }) =>
        `${facility}: справаздача па тэлемедыцыне за ${month} яшчэ не здадзена. Здайце яе да канца дня ${due}.`,
      after: ({ facility, month, due }) =>
        `${facility}: справаздача па тэлемедыцыне за ${month} не здадзена, хоць тэрмін мінуў ${due}. Яе яшчэ можна здаць.`,
    },
    form: 'Форма справаздачы',
    stop: 'Выключыць гэтыя лісты',
  },
  ru: {
    subject: {
      before: ({ month, due }) => `Отчёт за ${month} нужно сдать до ${due}`,
      after: ({ month }) => `Отчёт за ${month} запаздывает`,
    },
    body: {
      before: ({ facility, month, due }) =>
        `${facility}: отчёт по телемедицине за ${month} ещё не сдан. Сдайте его до конца дня ${due}.`,
      after: ({ facility, month, due }) =>
        `${facility}: отчёт по телемедицине за ${month} не сдан, хотя срок истёк ${due}. Его ещё можно сдать.`,
    },
    form: 'Форма отчёта',
    stop: 'Отключить эти письма',
  },
};

/** The letter of a reminder, with the way to the month's form and the way to switch letters off. */
export function letterOf(kind: ReminderKind, language: Language, content: LetterContent): Letter {
  const { subject, body, form, stop } = words[language];
  const { month, due, facility, origin } = content;
  const told = { month: monthIn(month, language), due: dayIn(due, language), facility };
  const lines = [
    body[kind](told),
    '',
    `${form}: ${origin}/my-facility/${month}`,
    `${stop}: ${origin}/my-facility/reminders`,
    '',
  ];
  return { subject: subject[kind](told), text: lines.join('\n') };
}

/** Without the word for year that some languages add. */
function monthIn(month: Month, language: Language): string {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return `${format.format(Date.parse(`${month}-01`))} ${month.slice(0, 4)}`;
}

/** As screens say it: in English the day comes first. */
function dayIn(day: Day, language: Language): string {
  const locale = language === 'en' ? 'en-GB' : language;
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return format.format(Date.parse(day));
}
