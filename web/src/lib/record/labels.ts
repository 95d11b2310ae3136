import { m } from 'virtual:messages';
import type { FacilityProfile, Stage } from '#functions/domain/facility.ts';

/* Words for the codes that records are kept with. */

export const stageWords: Record<Stage, () => string> = {
  planned: m.stagePlanned,
  connected: m.stageConnected,
  equipped: m.stageEquipped,
  trained: m.stageTrained,
  live: m.stageLive,
  suspended: m.stageSuspended,
};

export const connectivityWords: Record<FacilityProfile['connectivity'], () => string> = {
  none: m.connectivityNone,
  mobile: m.connectivityMobile,
  satellite: m.connectivitySatellite,
  broadband: m.connectivityBroadband,
};

export const powerWords: Record<FacilityProfile['power'], () => string> = {
  grid: m.powerGrid,
  gridWithBackup: m.powerGridWithBackup,
  unreliable: m.powerUnreliable,
};
