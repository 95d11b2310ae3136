import type { CountryPack } from '../../domain/countryPack.ts';
import { changeConsignment } from '../../store/equipment/changeConsignment.ts';
import { ensureReady } from '../../domain/equipment/readyToShip.ts';
import type { Database } from '../../store/database.ts';
import { decideUnits, placesNamed, type UnitsEvent } from './unitsEvent.ts';

/** Tells stories of units, command by command. */
export class UnitsTeller {
  readonly #database: Database;
  readonly #pack: CountryPack;
  /** How many commands each consignment has had so far, the one that made it included. */
  readonly #told = new Map<string, number>();

  constructor(database: Database, pack: CountryPack) {
    this.#database = database;
    this.#pack = pack;
  }

  async tell(event: UnitsEvent): Promise<void> {
    const { consignmentId, action, at, by } = event;
    const told = this.#told.get(consignmentId) ?? (action === 'register' ? 0 : 1);
    this.#told.set(consignmentId, told + 1);
    const idempotencyKey = `sample-${consignmentId}-v${told + 1}`;
    const command = { action, content: contentOf(event), by, at, basedOn: 0, idempotencyKey };
    await changeConsignment(this.#database, this.#pack, consignmentId, command, {
      placeIds: placesNamed(event),
      authorise: () => undefined,
      withDonation: event.action === 'addEvent' && event.event.kind === 'shipped',
      decide: ({ consignment, places, ...surroundings }) => {
        const changed = decideUnits(event, consignment, places);
        if (event.action === 'addEvent') ensureReady(changed, surroundings);
        return changed;
      },
    });
  }
}

/** What is asked, as a screen asks it. */
function contentOf(event: UnitsEvent): object {
  const { placeId } = event;
  if (event.action === 'register') return event.entry;
  return { placeId, ...(event.action === 'receive' ? event.receipt : event.event) };
}
