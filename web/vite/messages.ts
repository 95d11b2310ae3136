import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { languages, type Language } from '../../functions/domain/names.ts';
import { be } from '../messages/be.ts';
import { en, type Texts } from '../messages/en.ts';
import { ru } from '../messages/ru.ts';
import { uk } from '../messages/uk.ts';
import { namesIn } from './names.ts';

const prefix = 'virtual:messages';
const runtime = fileURLToPath(new URL('../src/lib/i18n/message.ts', import.meta.url));
const imported = /import \{ m \} from ['"]virtual:messages['"];?/;
const texts: Record<Language, Texts> = { en, uk, be, ru };

/** The languages that the screens are built in. */
export const builtLanguages = languages;

/**
 * Makes one tiny module of each message, so that a page ships only the texts it can show. In what is built for browsers
 * a mark stands for each text, and `inLanguage` puts the text of one language in its place.
 */
export function messages(): Plugin {
  return {
    name: 'messages',
    // After Svelte has compiled.
    enforce: 'post',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const isBuilt = this.environment.mode === 'build' && this.environment.name === 'client';
      return { code: codeOf(id.slice(prefix.length + 2), isBuilt), moduleSideEffects: false };
    },
    transform: (code) => (imported.test(code) ? { code: namedOneByOne(code), map: null } : undefined),
  };
}

/**
 * Imports each message that a module uses by its own name: one that is imported with all others would lie in the file that
 * every page fetches.
 */
function namedOneByOne(code: string): string {
  const used = new Set<string>();
  const named = code.replace(imported, '').replace(/(?<![.\w$])m\.(\w+)\b/g, (_, key: string) => {
    used.add(key);
    return `message_${key}`;
  });
  if (/(?<![.\w$'"`-])m\b(?!\w*\s*:)\s*[[,)]/.test(named))
    throw new Error('A module uses its messages in a way that web/vite/messages.ts does not know.');
  const imports = [...used].map((key) => `import message_${key} from '${prefix}/${key}';`);
  return `${imports.join('')}${named}`;
}

/** The built code with the texts of one language. */
export function inLanguage(code: string, language: Language): string {
  const known = texts[language];
  const put = namesIn(code, language).replace(/(["'`])§(\w+) \w+§\1/g, (_, _quote, key: string) => {
    const text = textOf(known, key);
    if (text === undefined) throw new Error(`There is no text ${key} in ${language}.`);
    return JSON.stringify(text);
  });
  if (put.includes('§')) throw new Error('The bundler writes the marks of texts differently now.');
  return put;
}

/** The product's name, which the page shows before any code is there. */
export const productNames = Object.fromEntries(
  Object.entries(texts).map(([language, { product }]) => [
    language,
    typeof product === 'string' ? product : '',
  ]),
);

function codeOf(name: string, isBuilt: boolean): string {
  if (name === '') return `export * as m from '${prefix}/all';`;
  if (name === 'all') return allMessages();
  return isBuilt ? oneMark(name) : oneMessage(name);
}

function allMessages(): string {
  return Object.keys(en)
    .map((key) => `export { default as ${key} } from '${prefix}/${key}';`)
    .join('\n');
}

function oneMessage(key: string): string {
  const inEach = Object.values(texts).map((language) => textOf(language, key));
  return `import { message } from ${JSON.stringify(runtime)};
export default /* @__PURE__ */ message(${JSON.stringify(inEach)});`;
}

/** The mark carries a digest of the texts: files are named by their content, and get new names with new texts. */
function oneMark(key: string): string {
  const all = JSON.stringify(Object.values(texts).map((language) => textOf(language, key)));
  const digest = createHash('sha256').update(all).digest('hex').slice(0, 8);
  return `import { messageOf } from ${JSON.stringify(runtime)};
export default /* @__PURE__ */ messageOf("§${key} ${digest}§");`;
}

function textOf(language: Texts | undefined, key: string): unknown {
  return Object.entries(language ?? {}).find(([name]) => name === key)?.[1];
}
