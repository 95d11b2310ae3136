import type { Attachment } from 'svelte/attachments';
import { arrowKeys } from '#lib/ui/arrowKeys.ts';

/** A table of many links is one stop of the tab key, at the link that was focused last; the arrow keys go on from there. */
export const oneStop: Attachment<HTMLElement> = (table) => {
  let last: Element | undefined;
  const stopAtLast = (): void => {
    const links = [...table.querySelectorAll('a')];
    const stop = links.find((link) => link === last) ?? links[0];
    for (const link of links) link.tabIndex = link === stop ? 0 : -1;
  };
  const remember = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLAnchorElement)) return;
    last = target;
    stopAtLast();
  };
  const rows = new MutationObserver(stopAtLast);
  rows.observe(table, { childList: true, subtree: true });
  table.addEventListener('focusin', remember);
  stopAtLast();
  const end = arrowKeys(table);
  return () => {
    rows.disconnect();
    table.removeEventListener('focusin', remember);
    end?.();
  };
};
