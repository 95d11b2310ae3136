import { languages, type Language, type Names } from '#functions/domain/names.ts';

/** What a label says, in every language: whoever prints it may read another than whoever finds the box. */
const words: { what: Names; how: Names; box: Names } = {
  what: {
    en: 'Telemedicine equipment',
    uk: 'Телемедичне обладнання',
    be: 'Тэлемедыцынскае абсталяванне',
    ru: 'Телемедицинское оборудование',
  },
  how: {
    en: 'Scan to see in which region it is and whether it is in use.',
    uk: 'Відскануйте, щоб побачити, у якій воно області і чи ним користуються.',
    be: 'Адскануйце, каб убачыць, у якой яно вобласці і ці ім карыстаюцца.',
    ru: 'Отсканируйте, чтобы увидеть, в какой оно области и пользуются ли им.',
  },
  box: { en: 'Box', uk: 'Коробка', be: 'Скрынка', ru: 'Коробка' },
};

/** The words of a label, in the country's own language and in English. */
export function labelWords(own: Language) {
  return [own, languages[0]]
    .filter((language, index, all) => all.indexOf(language) === index)
    .map((language) => ({
      language,
      what: words.what[language],
      how: words.how[language],
      box: words.box[language],
    }));
}
