const ownKeys = new Set(['INPUT', 'TEXTAREA', 'SELECT']);

/** What a key asks for. The place on the keyboard counts, so that it works in every alphabet; a held key counts once. */
export function keyPressed(event: KeyboardEvent): 'approve' | 'return' | undefined {
  const { code, repeat, altKey, ctrlKey, metaKey, target } = event;
  if (repeat || altKey || ctrlKey || metaKey) return undefined;
  if (target instanceof Element && ownKeys.has(target.tagName)) return undefined;
  if (code === 'KeyA') return 'approve';
  return code === 'KeyR' ? 'return' : undefined;
}
