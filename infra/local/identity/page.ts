import type { Account } from '../../../functions/store/accounts.ts';

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

const texts = {
  en: {
    title: 'Sign in',
    heading: 'Whom do you want to sign in as?',
    demo: 'These are demo accounts of this machine. They have no passwords, and nobody else can reach them.',
    roles: {
      manager: 'Ministry program manager',
      donor: 'Donor partner',
      head: 'Facility head',
      admin: 'Administrator',
    },
    failed: 'Signing in did not work',
    noRoom: 'The disk of this machine is full. Make some room on it and try again.',
    again: 'Back to the app',
  },
  uk: {
    title: 'Вхід',
    heading: 'Від чийого імені увійти?',
    demo: 'Це демонстраційні облікові записи цього комп’ютера. Паролів у них немає, і ззовні вони недоступні.',
    roles: {
      manager: 'Керівник програми міністерства',
      donor: 'Партнер-донор',
      head: 'Керівник закладу',
      admin: 'Адміністратор',
    },
    failed: 'Увійти не вдалося',
    noRoom: 'На диску цього комп’ютера не лишилося місця. Звільніть його й спробуйте ще раз.',
    again: 'Повернутися до застосунку',
  },
} as const;

type Language = keyof typeof texts;

/** The best language we have for what a browser or an app wishes, such as `uk-UA,uk;q=0.9,en;q=0.8`. */
export function languageFor(wished: string): Language {
  const [first] = wished
    .split(/[\s,]+/)
    .map((part) => part.slice(0, 2).toLowerCase())
    .filter((code) => code in texts);
  return first === 'uk' ? 'uk' : 'en';
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function page(language: Language, title: string, content: string): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Telemedicine Rollout</title><link rel="stylesheet" href="/identity/style.css"></head>
<body><main><p class="product">Telemedicine Rollout</p>${content}</main></body>
</html>`;
}

const button = ({ accountId, name, note }: Account): string =>
  `<button name="account" value="${escaped(accountId)}"><strong>${escaped(name)}</strong>${note ? `<span>${escaped(note)}</span>` : ''}</button>`;

/** The page that lists the demo accounts of each role; one click signs in. */
export function signInPage(language: Language, accounts: readonly Account[]): string {
  const { title, heading, demo, roles } = texts[language];
  const groups = Object.entries(roles).map(([role, label]) => {
    const members = accounts.filter((account) => account.role === role);
    return members.length === 0
      ? ''
      : `<section><h2>${label}</h2><form method="post">${members.map(button).join('')}</form></section>`;
  });
  return page(language, title, `<h1>${heading}</h1><p>${demo}</p>${groups.join('')}`);
}

/** What a person sees when the provider cannot remember who signs in. */
export function noRoomPage(language: Language): string {
  return failurePage(language, texts[language].noRoom);
}

/** What a person sees when the provider cannot go on. */
export function failurePage(language: Language, reason: string): string {
  const { failed, again } = texts[language];
  return page(language, failed, `<h1>${failed}</h1><p>${escaped(reason)}</p><p><a href="/">${again}</a></p>`);
}
