import { languages } from '../domain/names.ts';
import { html } from './markup.ts';
import { pagePath } from './paths.ts';
import { words } from './words.ts';

/** What is told of an address that cannot be there, in every language: which one the visitor reads is not known. */
export function notFoundPage(): string {
  const page = html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>404</title>
    </head>
    <body>
      <main>
        <h1>404</h1>
        ${languages.map(
          (language) =>
            html`<p lang="${language}">
              ${words[language].notFound}
              <a href="${pagePath(language)}" target="_top">${words[language].title}</a>
            </p>`,
        )}
      </main>
    </body>
  </html>`;
  return `<!doctype html>${page.text}`;
}
