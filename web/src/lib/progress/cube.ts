import type { ProgressCube } from '#functions/domain/progress.ts';
import { api } from '#lib/api.ts';
import { askOrKept, type Answer } from '#lib/keep.ts';

/** All progress that the caller may see, in one request; without network as it was kept on this device. */
export function progressCube(): Promise<Answer<ProgressCube>> {
  return askOrKept('progress', async () => {
    const answer = await api.progress.cube({ headers: {} });
    if (answer.status === 304) throw new Error('Nobody asked for a change.');
    return answer.body;
  });
}
