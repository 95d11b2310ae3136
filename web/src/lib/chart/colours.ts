/** The theme in force as a canvas understands it: colours, typeface, whether things may move, and whether it is for paper. */
export type Colours = ReturnType<typeof coloursNow>;

/** Reads the tokens as they are now; `light-dark()` is resolved only on a real element's colour. */
export function coloursNow() {
  const probe = document.body.appendChild(document.createElement('span'));
  // Forced colours would make every token the colour of text.
  probe.style.setProperty('forced-color-adjust', 'none');
  const read = (token: string): string => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    ink: read('ink'),
    soft: read('soft'),
    line: read('line'),
    paper: read('paper'),
    accent: read('accent'),
    accentSoft: read('accent-soft'),
    good: read('good'),
    bad: read('bad'),
    warn: read('warn'),
    steps: [1, 2, 3, 4, 5].map((step) => read(`step-${step}`)),
    font: getComputedStyle(document.body).fontFamily,
    still: matchMedia('(prefers-reduced-motion: reduce)').matches,
    printed: matchMedia('print').matches,
  };
  probe.remove();
  return colours;
}
