import { ownLanguage, type CountryPack } from '../countryPack.ts';
import { names } from '../inEveryLanguage.ts';
import type { Language, Names, ProperNames } from '../names.ts';
import type { Narrative } from './document.ts';

type Languages = Pick<CountryPack, 'languages'>;

/** The language of a file where a text does not say its own. */
export function fileLanguage(pack: Languages): Language {
  return pack.languages.includes('en') ? 'en' : ownLanguage(pack);
}

/** A name in the country's languages, or in those that it has. */
export function narrativesOf(names: ProperNames, { languages }: Languages): Narrative[] {
  const known = languages.filter((language) => names[language]);
  const told = known.length > 0 ? known : languagesIn(names);
  return told.map((language) => ({ language, text: names[language] ?? '' }));
}

function languagesIn(names: ProperNames): Language[] {
  const all = ['en', 'uk', 'be', 'ru'] as const;
  return all.filter((language) => names[language]);
}

/** What somebody typed in a language of their own choice: the country's where it is in Cyrillic letters. */
export function typedNarrative(text: string, pack: Languages): Narrative {
  const isCyrillic = /\p{Script=Cyrillic}/u.test(text);
  return { text, language: isCyrillic ? ownLanguage(pack) : fileLanguage(pack) };
}

/** What the files say in words of their own. */
export const said = {
  programme: names(
    'Telemedicine rollout',
    'Впровадження телемедицини',
    'Укараненне тэлемедыцыны',
    'Внедрение телемедицины',
  ),
  programmeAbout: names(
    'Telemedicine equipment for health facilities, and its use. The money is told by the donations below.',
    'Обладнання для телемедицини в закладах охорони здоров’я та його використання. Кошти показано в угодах нижче.',
    'Абсталяванне для тэлемедыцыны ва ўстановах аховы здароўя і яго выкарыстанне. Сродкі паказаны ў пагадненнях ніжэй.',
    'Оборудование для телемедицины в учреждениях здравоохранения и его использование. Средства показаны в соглашениях ниже.',
  ),
  inKind: names(
    'Telemedicine equipment given in kind',
    'Обладнання для телемедицини, передане в натуральній формі',
    'Абсталяванне для тэлемедыцыны, перададзенае ў натуральнай форме',
    'Оборудование для телемедицины, переданное в натуральной форме',
  ),
  pledge: names('Pledge', 'Обіцянка', 'Абяцанне', 'Обещание'),
  commitment: names('Agreement', 'Угода', 'Пагадненне', 'Соглашение'),
  receipt: names(
    'Equipment received for the first time in the month',
    'Обладнання, уперше отримане за місяць',
    'Абсталяванне, упершыню атрыманае за месяц',
    'Оборудование, впервые полученное за месяц',
  ),
  units: names(
    'What became of the equipment',
    'Що сталося з обладнанням',
    'Што сталася з абсталяваннем',
    'Что стало с оборудованием',
  ),
  unitsOfDonation: names(
    'Units of the donation, as they stand at the end of each period.',
    'Одиниці цієї угоди станом на кінець кожного періоду.',
    'Адзінкі гэтага пагаднення на канец кожнага перыяду.',
    'Единицы этого соглашения на конец каждого периода.',
  ),
  unitsOfDonor: names(
    'Units of all donations of the donor, as they stand at the end of each period.',
    'Одиниці всіх угод донора станом на кінець кожного періоду.',
    'Адзінкі ўсіх пагадненняў донара на канец кожнага перыяду.',
    'Единицы всех соглашений донора на конец каждого периода.',
  ),
  unitsOfAll: names(
    'Units from all sources, those bought by the state included: the full total, in which several donors share.',
    'Одиниці з усіх джерел, зокрема придбані державою: повна сума, у якій мають частку кілька донорів.',
    'Адзінкі з усіх крыніц, у тым ліку набытыя дзяржавай: поўная сума, у якой маюць долю некалькі донараў.',
    'Единицы из всех источников, в том числе купленные государством: полная сумма, в которой есть доля нескольких доноров.',
  ),
  unitsShipped: names(
    'Units shipped so far',
    'Одиниць відправлено дотепер',
    'Адзінак адпраўлена дагэтуль',
    'Единиц отправлено к этому времени',
  ),
  unitsInstalled: names('Units installed', 'Одиниць встановлено', 'Адзінак усталявана', 'Единиц установлено'),
  unitsInUse: names(
    'Units in use',
    'Одиниць у користуванні',
    'Адзінак у карыстанні',
    'Единиц в использовании',
  ),
} as const satisfies Record<string, Names>;
