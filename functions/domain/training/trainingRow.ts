import * as z from 'zod/mini';
import { attendedInAll } from './attendance.ts';
import { TrainingSession } from './trainingSession.ts';

const Sum = z.int().check(z.minimum(0));

/** A session as lists show it: with how many came, over all facilities. */
export const TrainingRow = z.extend(
  z.omit(TrainingSession, { lines: true, version: true, hours: true, doubles: true }),
  { facilities: Sum, attending: Sum, newToSolution: Sum, newToEquipment: Sum },
);
export type TrainingRow = z.infer<typeof TrainingRow>;

/** The session as lists show it. */
export function trainingRow(session: TrainingSession): TrainingRow {
  const { lines, version: _, hours: __, doubles: ___, ...shown } = session;
  return { ...shown, facilities: lines.length, ...attendedInAll(lines) };
}
