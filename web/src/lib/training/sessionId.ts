/** A new code for a session. */
export function newSessionId(): string {
  return `session-${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`;
}
