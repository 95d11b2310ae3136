let over = $state(false);

/** Whether the API said that the session is over; the page stays, with a way to sign in again and come back. */
export function isSessionOver(): boolean {
  return over;
}

/** Remembers what the API said. */
export function setSessionOver(is: boolean): void {
  over = is;
}
