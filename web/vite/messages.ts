import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { be } from '../messages/be.ts';
import { en, type Texts } from '../messages/en.ts';
import { ru } from '../messages/ru.ts';
import { uk } from '../messages/uk.ts';

const prefix = 'virtual:messages';
const runtime = fileURLToPath(new URL('../src/lib/message.ts', import.meta.url));
const texts: Texts[] = [en, uk, be, ru];

/** Makes one tiny module of each message, in every language, so that a page ships only the texts it can show. */
export function messages(): Plugin {
  return {
    name: 'messages',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith(`\0${prefix}`) ? codeOf(id.slice(prefix.length + 2)) : undefined),
  };
}

function codeOf(name: string): { code: string; moduleSideEffects: false } {
  const code =
    name === '' ? `export * as m from '${prefix}/all';` : name === 'all' ? allMessages() : oneMessage(name);
  return { code, moduleSideEffects: false };
}

function allMessages(): string {
  return Object.keys(en)
    .map((key) => `export { default as ${key} } from '${prefix}/${key}';`)
    .join('\n');
}

function oneMessage(key: string): string {
  const inEachLanguage = texts.map(
    (language) => Object.entries(language).find(([name]) => name === key)?.[1],
  );
  return `import { message } from ${JSON.stringify(runtime)};
export default /* @__PURE__ */ message(${JSON.stringify(inEachLanguage)});`;
}
