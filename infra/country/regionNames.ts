import { languages, namedInEach, type Language, type Names } from '../../functions/domain/names.ts';
import { isoName } from './differences.ts';

/** What a source calls a region, by language. */
export type KnownNames = Partial<Record<Language, string>>;

/** A region with a name in every language, and the languages in which that is a name of another. */
export interface NamedRegion {
  code: string;
  names: Names;
  borrowed: Language[];
}

/** Whose name stands where a language has none: Belarusian readers read Russian, all others English. */
const lenders: Partial<Record<Language, Language>> = { be: 'ru' };

/** A region's name in every language: its own, or else its lender's, or else the English one, or else that of ISO 3166-2. */
export function namedRegion(code: string, known: KnownNames): NamedRegion {
  const nameOf = (language: Language): string => {
    const lender = lenders[language];
    return known[language] || (lender && known[lender]) || known.en || isoName(code) || code;
  };
  return { code, names: namedInEach(nameOf), borrowed: languages.filter((each) => !known[each]) };
}

const languageName = new Intl.DisplayNames(['en'], { type: 'language' });

/** What somebody should see to in the names of the regions, in sentences. */
export function doubtfulNames(regions: readonly NamedRegion[]): string[] {
  return languages.flatMap((language) => {
    const without = regions.filter(({ borrowed }) => borrowed.includes(language));
    const lender = lenders[language];
    const standIns = [
      ...(lender ? [`the ${languageName.of(lender)} ones`] : []),
      ...(language === 'en' ? [] : ['the English ones']),
      'those of ISO 3166-2',
    ];
    const twice = [...Map.groupBy(regions, ({ names }) => names[language])].filter(
      ([, { length }]) => length > 1,
    );
    return [
      ...(without.length > 0
        ? [
            `There is no ${languageName.of(language)} name for ${listed(without)}: ${standIns.join(', or else ')}, stand in their place.`,
          ]
        : []),
      ...twice.map(
        ([name, same]) => `${listed(same)} have the same ${languageName.of(language)} name, “${name}”.`,
      ),
    ];
  });
}

const mostListed = 6;

function listed(regions: readonly { code: string }[]): string {
  const codes = regions.map(({ code }) => code);
  if (codes.length <= mostListed) return codes.join(', ');
  return `${codes.slice(0, mostListed).join(', ')} and ${codes.length - mostListed} more`;
}
