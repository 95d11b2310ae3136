import { languages, type Language } from '../domain/names.ts';
import { html, type Markup } from './markup.ts';
import { pageStyle } from './style.ts';

interface Told {
  language: Language;
  title: string;
  /** What search engines and messengers show of it. */
  description: string;
  origin: string;
  /** Where the same is in a language. */
  pathIn: (language: Language) => string;
  /** What the body is for the style. */
  kind: 'page' | 'embed';
  body: Markup;
}

const localeOf: Record<Language, string> = { en: 'en_GB', uk: 'uk_UA', be: 'be_BY', ru: 'ru_RU' };

/** A whole document, with its style in it and no script: its figures are there with the first answer. */
export function publicDocument(told: Told): string {
  const { language, title, description, origin, pathIn, kind, body } = told;
  const url = `${origin}${pathIn(language)}`;
  const page = html`<html lang="${language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title}</title>
      <meta name="description" content="${description}" />
      ${kind === 'embed' ? html`<meta name="robots" content="noindex" />` : ''}
      <link rel="canonical" href="${url}" />
      ${languages.map((each) => html`<link rel="alternate" hreflang="${each}" href="${origin}${pathIn(each)}" />`)}
      ${kind === 'page' ? html`<link rel="alternate" hreflang="x-default" href="${origin}/" />` : ''}
      <meta property="og:type" content="website" />
      <meta property="og:title" content="${title}" />
      <meta property="og:description" content="${description}" />
      <meta property="og:url" content="${url}" />
      <meta property="og:locale" content="${localeOf[language]}" />
      <meta property="og:image" content="${origin}/icon-512.png" />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    </head>
    <body class="${kind}">
      ${body}
    </body>
  </html>`;
  const text = page.text.replaceAll(/>\s+</g, '>\n<').replaceAll(/\n\s+/g, '\n');
  // To the letter, as its digest says.
  const styled = text.replace('</head>', () => `<style>${pageStyle}</style></head>`);
  return `<!doctype html>\n${styled}\n`;
}
