import { m } from 'virtual:messages';
import type { Stage } from '#functions/domain/facility/facility.ts';

/** Words for stages. They stand alone, since the overview needs them and no other label. */
export const stageWords: Record<Stage, () => string> = {
  planned: m.stagePlanned,
  connected: m.stageConnected,
  equipped: m.stageEquipped,
  trained: m.stageTrained,
  live: m.stageLive,
  suspended: m.stageSuspended,
};
