import type { Attachment } from 'svelte/attachments';

/** The arrow keys go from link to link of a grid or a table, which so needs to be but one stop of the tab key. */
export const arrowKeys: Attachment<HTMLElement> = (grid) => {
  const go = (event: KeyboardEvent): void => {
    const links = [...grid.querySelectorAll('a')];
    const at = links.findIndex((link) => link === document.activeElement);
    const next = at < 0 ? undefined : links[nextOf(event.key, at, links)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  grid.addEventListener('keydown', go);
  return () => grid.removeEventListener('keydown', go);
};

function nextOf(key: string, at: number, links: HTMLElement[]): number {
  const rowOf = (link: HTMLElement | undefined) => link?.closest('tr') ?? link?.getBoundingClientRect().top;
  const columns = links.filter((link) => rowOf(link) === rowOf(links[0])).length;
  const steps: Record<string, number> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at - columns,
    ArrowDown: at + columns,
    Home: 0,
    End: links.length - 1,
  };
  return steps[key] ?? -1;
}
