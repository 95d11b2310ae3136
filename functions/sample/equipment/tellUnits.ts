import type { CountryPack } from '../../domain/countryPack.ts';
import type { Consignment } from '../../domain/equipment/consignment.ts';
import type { Changed } from '../../domain/equipment/consignmentRules.ts';
import { changeConsignment } from '../../store/equipment/changeConsignment.ts';
import { ensureReady } from '../../domain/equipment/readyToShip.ts';
import { Consignments } from '../../store/equipment/consignments.ts';
import type { Database } from '../../store/database.ts';
import { decideUnits, placesNamed, type UnitsEvent } from './unitsEvent.ts';

/** Tells a story of units, command by command; what was told before is left out. */
export class UnitsTeller {
  readonly #database: Database;
  readonly #pack: CountryPack;
  readonly #units: Map<string, Consignment>;
  /** How many commands each consignment has had so far in the story, the one that made it included. */
  readonly #told = new Map<string, number>();

  private constructor(database: Database, pack: CountryPack, known: Consignment[]) {
    this.#database = database;
    this.#pack = pack;
    this.#units = new Map(known.map((one) => [one.consignmentId, one]));
  }

  /** A teller who knows what the events are about, as far as it is on record; they come after `earlier` ones. */
  static async of(
    database: Database,
    pack: CountryPack,
    events: UnitsEvent[],
    earlier: UnitsEvent[] = [],
  ): Promise<UnitsTeller> {
    const ids = [...new Set(events.map(({ consignmentId }) => consignmentId))];
    const teller = new UnitsTeller(database, pack, await new Consignments(database).these(ids));
    for (const event of earlier) teller.#count(event);
    return teller;
  }

  /** What the event changed; undefined where it was told before. */
  async tell(event: UnitsEvent): Promise<Changed | undefined> {
    const { consignmentId, action, at, by } = event;
    const told = this.#count(event);
    if (told < (this.#units.get(consignmentId)?.version ?? 0)) return undefined;
    const changed: Changed[] = [];
    const idempotencyKey = `sample-${consignmentId}-v${told + 1}`;
    const command = { action, content: contentOf(event), by, at, basedOn: 0, idempotencyKey };
    await changeConsignment(this.#database, this.#pack, consignmentId, command, {
      placeIds: placesNamed(event),
      authorise: () => undefined,
      withDonation: event.action === 'addEvent' && event.event.kind === 'shipped',
      decide: ({ consignment, places, ...surroundings }) => {
        const now = decideUnits(event, consignment, places);
        if (event.action === 'addEvent') ensureReady(now, surroundings);
        changed.push(now);
        return now;
      },
    });
    const last = changed.at(-1);
    for (const one of last ? [last.after, ...last.parts] : []) this.#units.set(one.consignmentId, one);
    return last;
  }

  /** How many commands there were on these units before this one. */
  #count({ consignmentId, action }: UnitsEvent): number {
    const told = this.#told.get(consignmentId) ?? (action === 'register' ? 0 : 1);
    this.#told.set(consignmentId, told + 1);
    return told;
  }
}

/** What is asked, as a screen asks it. */
function contentOf(event: UnitsEvent): object {
  const { placeId } = event;
  if (event.action === 'register') return event.entry;
  return { placeId, ...(event.action === 'receive' ? event.receipt : event.event) };
}
