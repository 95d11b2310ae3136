import { nextPaint } from '#lib/ui/nextPaint.ts';

/** What sends; it is no part of anybody's first visit. */
export const sending = () => import('./outbox.ts');

/** The same for a command that the device has no room to keep. */
export const sendingUnkept = () => import('./settle.ts');

/** Sends what waits, from when the page has been painted; answers how to stop. */
export function watchOutbox(changed: () => void): () => void {
  let stop: (() => void) | undefined;
  let isOver = false;
  const begin = () =>
    void sending().then(
      ({ outbox }) => {
        if (!isOver) stop ??= outbox.watch(changed);
      },
      // Fetched again when there is network.
      () => undefined,
    );
  addEventListener('online', begin);
  void nextPaint().then(begin);
  return () => {
    isOver = true;
    removeEventListener('online', begin);
    stop?.();
  };
}
