import type { Plugin } from 'vite';
import * as z from 'zod/mini';
import { languages, type Language } from '../../functions/domain/names.ts';

const defined = '/functions/domain/inEveryLanguage.ts';
const Texts = z.array(z.string()).check(z.length(languages.length));
const imported = /import \{ names \} from ["'](#figureNames|[./]+\/inEveryLanguage\.ts)["']/;

const inOne = 'export const names = (text) => ({ en: text, uk: text, be: text, ru: text });';

/**
 * What is built for browsers carries the names that the product itself gives (`functions/domain/inEveryLanguage.ts`) in
 * the reader's language alone: a mark stands for all of them, and `namesIn` puts the one in its place.
 */
export function names(): Plugin {
  return {
    name: 'names',
    // After TypeScript is compiled, which writes every text in double quotes.
    enforce: 'post',
    transform(code, id) {
      if (this.environment.mode !== 'build' || this.environment.name !== 'client') return undefined;
      if (id.endsWith(defined)) return { code: inOne, map: null };
      return imported.test(code) ? { code: marked(code), map: null } : undefined;
    },
  };
}

function marked(code: string): string {
  return code.replace(/\bnames\(([^)]*)\)/g, (_, texts: string) => {
    const inEach = z.parse(Texts, JSON.parse(`[${texts}]`));
    return `names("§names:${encodeURIComponent(JSON.stringify(inEach))}§")`;
  });
}

/** The built code with the product's names in one language. */
export function namesIn(code: string, language: Language): string {
  const place = languages.indexOf(language);
  return code.replace(/(["'`])§names:([^§]+)§\1/g, (_, _quote, texts: string) =>
    JSON.stringify(z.parse(Texts, JSON.parse(decodeURIComponent(texts)))[place]),
  );
}
