/** Waits for an answer that comes quickly, so that a filter changes the page without an empty moment; for a slow one it waits no longer. */
export async function waitBriefly(answer: Promise<unknown>, milliseconds = 250): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, milliseconds));
  await Promise.race([answer, patience]).catch(() => undefined);
}
