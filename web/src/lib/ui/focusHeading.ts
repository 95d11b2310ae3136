/** Takes the reader to a view that has taken another's place: to its heading, and to the top of the page. */
export function focusHeading(heading: HTMLElement): void {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  scrollTo({ top: 0 });
}
