import type { FacilityProfile } from '#functions/domain/facility/facilityProfile.ts';
import type { Language } from '#functions/domain/names.ts';

/*
 * What columns and choices are called in the form, in every language: a file may come from a colleague who reads another
 * one, and what is built for a browser has the texts of one language only. A test holds them to the messages.
 */

/** The fields of a facility that are a column each, in the order of the template, but for names and codes. */
export const columnLabels = {
  facilityId: ['Code', 'Код'],
  type: ['Type', 'Тип', 'Тып'],
  region: ['Region', 'Регіон', 'Рэгіён', 'Регион'],
  lat: ['Latitude', 'Широта', 'Шырата'],
  lon: ['Longitude', 'Довгота', 'Даўгата', 'Долгота'],
  population: ['Residents served', 'Обслуговує мешканців', 'Абслугоўвае жыхароў', 'Обслуживает жителей'],
  populationOn: [
    'Population as of',
    'Населення станом на',
    'Насельніцтва па стане на',
    'Население по состоянию на',
  ],
  populationSource: [
    'Source of the population',
    'Джерело даних про населення',
    'Крыніца звестак пра насельніцтва',
    'Источник данных о населении',
  ],
  connectivity: ['Internet', 'Інтернет', 'Інтэрнэт', 'Интернет'],
  power: ['Power', 'Електропостачання', 'Электразабеспячэнне', 'Электроснабжение'],
  plannedOn: ['Planned since', 'Заплановано з', 'Запланавана з', 'Запланировано с'],
} as const;

export const nameLabels = {
  names: ['Name', 'Назва', 'Название'],
  settlement: ['Settlement', 'Населений пункт', 'Населены пункт', 'Населённый пункт'],
};

/** How the form says in which language a name is. */
export const inLanguage: Record<Language, string[]> = {
  en: ['in English', 'англійською', 'па-англійску', 'по-английски'],
  uk: ['in Ukrainian', 'українською', 'па-ўкраінску', 'по-украински'],
  be: ['in Belarusian', 'білоруською', 'па-беларуску', 'по-белорусски'],
  ru: ['in Russian', 'російською', 'па-руску', 'по-русски'],
};

const choices = <Code extends string>(labels: Record<Code, string[]>, codes: readonly Code[]) =>
  codes.map((code) => ({ code, names: labels[code] }));

export const connectivityChoices = choices<FacilityProfile['connectivity']>(
  {
    none: ['None', 'Немає', 'Няма', 'Нет'],
    mobile: ['Mobile', 'Мобільний', 'Мабільны', 'Мобильный'],
    satellite: ['Satellite', 'Супутниковий', 'Спадарожнікавы', 'Спутниковый'],
    broadband: ['Broadband', 'Широкосмуговий', 'Шырокапалосны', 'Широкополосный'],
  },
  ['broadband', 'mobile', 'satellite', 'none'],
);

export const powerChoices = choices<FacilityProfile['power']>(
  {
    grid: ['Grid', 'Від мережі', 'Ад сеткі', 'От сети'],
    gridWithBackup: [
      'Grid with backup',
      'Від мережі, є резервне',
      'Ад сеткі, ёсць рэзервовае',
      'От сети, есть резервное',
    ],
    unreliable: ['Unreliable', 'З перебоями', 'З перабоямі', 'С перебоями'],
  },
  ['grid', 'gridWithBackup', 'unreliable'],
);
