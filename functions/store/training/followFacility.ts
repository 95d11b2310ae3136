import type { CountryPack } from '../../domain/countryPack.ts';
import { ensureFound } from '../../domain/permissions.ts';
import { followFacility, isBehind } from '../../domain/training/trainingPlaces.ts';
import type { Command } from '../change.ts';
import type { Database } from '../database.ts';
import { Facilities } from '../facility/facilities.ts';
import { changeTraining } from './changeTraining.ts';
import { TrainingSessions } from './trainingSessions.ts';

/** Sessions that a facility held or sent people to count where it was then, each under the key `<key>-<facility>-<session>`. */
export async function letSessionsFollow(
  database: Database,
  pack: CountryPack,
  facilityId: string,
  command: Command,
): Promise<void> {
  const [moved, sessions] = await Promise.all([
    new Facilities(database).find(facilityId),
    new TrainingSessions(database).everOf(facilityId),
  ]);
  for (const { sessionId } of sessions.filter((session) => moved && isBehind(session, moved)))
    await changeTraining(
      database,
      pack,
      sessionId,
      { ...command, idempotencyKey: `${command.idempotencyKey}-${facilityId}-${sessionId}` },
      {
        names: { facilityIds: [facilityId] },
        authorise: () => undefined,
        decide: ({ session, facilities }) => {
          ensureFound(session, 'readTraining');
          const facility = facilities.get(facilityId);
          ensureFound(facility, 'readFacility');
          return [followFacility(session, facility)];
        },
        guards: 'state',
      },
    );
}
