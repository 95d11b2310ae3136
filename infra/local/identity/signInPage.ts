import type { Language } from '../../../functions/domain/names.ts';
import type { Account } from '../../../functions/domain/account.ts';
import { texts } from './texts.ts';

/** The page's own style; colours are those of the app. */
export const style = `
:root { color-scheme: light dark; --paper: #faf9f6; --panel: #fff; --ink: #1c2126; --soft: #5a636c; --line: #dfdcd4; --accent: #0a6670; --accent-soft: #cfe5e4; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14181b; --panel: #1a1f23; --ink: #eceae4; --soft: #a3abb2; --line: #2d343a; --accent: #63c3c2; --accent-soft: #1d3f41; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; }
main { max-width: 36rem; margin: 0 auto; padding: clamp(1.5rem, 6vh, 4.5rem) 1.25rem 3rem; }
.product { color: var(--accent); font-weight: 600; margin: 0 0 .75rem; }
h1 { font-size: 1.75rem; line-height: 1.2; font-weight: 600; margin: 0 0 .75rem; text-wrap: balance; }
p { margin: 0; color: var(--soft); max-width: 60ch; }
h2 { font-size: .9375rem; font-weight: 600; margin: 2rem 0 .5rem; }
form { background: var(--panel); border: 1px solid var(--line); border-radius: .5rem; overflow: hidden; }
button { display: block; width: 100%; min-height: 44px; padding: .75rem 1rem; border: 0; border-top: 1px solid var(--line); background: none; color: inherit; font: inherit; text-align: start; cursor: pointer; }
button:first-child { border-top: 0; }
button:hover { background: var(--accent-soft); }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: -3px; border-radius: .5rem; }
button strong { display: block; font-weight: 600; }
button span { display: block; color: var(--soft); font-size: .9375rem; }
button:hover span { color: var(--ink); }
a { color: var(--accent); }
`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function page(language: Language, title: string, content: string): string {
  const { product } = texts[language];
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${product}</title><link rel="stylesheet" href="/identity/style.css"></head>
<body><main><p class="product">${product}</p>${content}</main></body>
</html>`;
}

function button(language: Language, { accountId, name, names, note }: Account): string {
  const about = typeof note === 'string' ? note : note?.[language];
  const shown = names?.[language] ?? name;
  return `<button name="account" value="${escaped(accountId)}"><strong>${escaped(shown)}</strong>${about ? `<span>${escaped(about)}</span>` : ''}</button>`;
}

/** The page that lists the demo accounts of each role; one click signs in. */
export function signInPage(language: Language, accounts: readonly Account[]): string {
  const { title, heading, demo, roles } = texts[language];
  const groups = Object.entries(roles).map(([role, label]) => {
    const buttons = accounts
      .filter((account) => account.role === role)
      .map((account) => button(language, account));
    return buttons.length === 0
      ? ''
      : `<section><h2>${label}</h2><form method="post">${buttons.join('')}</form></section>`;
  });
  return page(language, title, `<h1>${heading}</h1><p>${demo}</p>${groups.join('')}`);
}

/** What a person sees when the provider cannot go on, and why. */
export function failurePage(
  language: Language,
  reason: 'expired' | 'noSuchAccount' | 'tooLarge' | 'noRoom',
): string {
  const { failed, again, [reason]: sentence } = texts[language];
  return page(language, failed, `<h1>${failed}</h1><p>${sentence}</p><p><a href="/start">${again}</a></p>`);
}

/** What a person sees when an app asked the provider for what it does not do, in the provider's own words. */
export function refusalPage(language: Language, description: string): string {
  const { failed, again } = texts[language];
  return page(
    language,
    failed,
    `<h1>${failed}</h1><p lang="en">${escaped(description)}</p><p><a href="/start">${again}</a></p>`,
  );
}
