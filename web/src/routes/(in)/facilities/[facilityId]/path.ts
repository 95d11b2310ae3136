import type { Day } from '#functions/domain/calendar.ts';
import {
  currentStage,
  stages,
  type Facility,
  type Stage,
  type SuspensionReason,
} from '#functions/domain/facility/facility.ts';

/** A step on a facility's way: taken, the one it stands on, or still ahead. */
export interface Step {
  stage: Stage;
  state: 'taken' | 'now' | 'ahead';
  date?: Day;
  /** The account that moved it there. */
  by?: string;
  /** Why it is suspended. */
  reason?: SuspensionReason;
}

/** The way a facility has come, pauses included, and the stages it has not reached. */
export function pathOf(facility: Pick<Facility, 'stages'>): Step[] {
  const now = currentStage(facility);
  const come = facility.stages.map(
    (change) => ({ ...change, state: change === now ? 'now' : 'taken' }) as const,
  );
  const furthest = Math.max(...come.map(({ stage }) => way.indexOf(stage)));
  const ahead = way.slice(furthest + 1).map((stage) => ({ stage, state: 'ahead' }) as const);
  return [...come, ...ahead];
}

const way: Stage[] = stages.filter((stage) => stage !== 'suspended');
