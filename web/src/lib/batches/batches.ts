/** A request takes 64 KB. */
const mostBatchBytes = 60_000;
const encoder = new TextEncoder();

/** Rows in requests: as many as one takes, and no more than `most`. */
export function batchesOf<Row>(rows: Row[], most: number, body: (row: Row) => unknown): Row[][] {
  const batches: Row[][] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = encoder.encode(JSON.stringify(body(row))).length + 1;
    const last = batches.at(-1);
    if (last && last.length < most && bytes + size <= mostBatchBytes) {
      last.push(row);
      bytes += size;
    } else {
      batches.push([row]);
      bytes = size;
    }
  }
  return batches;
}

/** How many requests are under way at once, where they do not wait for each other at the server. */
export const mostAtOnce = 4;

/** Does work piece by piece, some at once, until it is told to stop; what fails ends it once the others are back. */
export async function eachBatch<Batch>(
  batches: Iterable<Batch>,
  send: (batch: Batch) => Promise<void>,
  isStopped: () => boolean,
  atOnce = mostAtOnce,
): Promise<void> {
  const left = batches[Symbol.iterator]();
  const failures: unknown[] = [];
  const work = async (): Promise<void> => {
    while (!isStopped() && failures.length === 0) {
      const next = left.next();
      if (next.done) return;
      await send(next.value).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (failures.length > 0) throw failures[0];
}
