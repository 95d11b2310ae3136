export type Theme = 'light' | 'dark' | 'system';

/** The reader's stored choice; `app.html` applies it before the first paint. */
export function storedTheme(): Theme {
  const stored = localStorage.getItem('theme');
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** Remembers and applies a choice. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') {
    localStorage.removeItem('theme');
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem('theme', theme);
    document.documentElement.dataset.theme = theme;
  }
}

/** Calls back whenever light turns dark or back, by choice, by the system or for paper; answers how to stop. */
export function onThemeChange(changed: () => void): () => void {
  const media = [matchMedia('(prefers-color-scheme: dark)'), matchMedia('print')];
  const choice = new MutationObserver(changed);
  for (const medium of media) medium.addEventListener('change', changed);
  choice.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    for (const medium of media) medium.removeEventListener('change', changed);
    choice.disconnect();
  };
}
