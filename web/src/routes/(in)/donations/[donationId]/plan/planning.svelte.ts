import type { DonationPlan } from '#functions/domain/equipment/donation.ts';
import type { RefusalCode } from '#functions/domain/refusal.ts';
import { batchesOf } from '#lib/batches/batches.ts';
import { Sending, type Batch } from '#lib/batches/sending.svelte.ts';
import type { PastedRow } from './pastedPlan.ts';
import { faultsOf, leftAfter, unitsOf, type PlaceChoice, type PlanRow } from './planRow.ts';

/** A request takes so many rows. */
const mostPlanRows = 50;

type Request = DonationPlan & { idempotencyKey: string };
interface Told {
  consignmentId?: string;
  refused?: { code: RefusalCode };
}

/** How a plan reaches the server and the places that it names. */
interface Server {
  plan: (request: Request) => Promise<Told[]>;
  /** Those of the codes that are places one may plan for. */
  places: (codes: string[]) => Promise<PlaceChoice[]>;
}

/** What all rows of a plan have in common, as it was typed. */
export interface PlanFacts {
  date: string;
  accountableUntil: string;
  orderNumber: string;
}

/** A plan of a donation's line: places are gathered, then sent in batches, and each row's outcome is told. */
export class Planning {
  step = $state<'gather' | 'sending' | 'told'>('gather');
  facts: PlanFacts;
  rows = $state<PlanRow[]>([]);
  /** Units of the line that are in no consignment. */
  left = $state(0);
  // The donation is one record, on which one request waits for the other.
  readonly sending = new Sending<PlanRow>((batch) => this.#send(batch), 1);
  readonly faults = $derived(faultsOf(this.rows, this.left));
  readonly remainder = $derived(leftAfter(this.left, this.rows));
  readonly #lineId: string;
  readonly #server: Server;
  #rowsMade = 0;

  constructor({ lineId, left, date }: { lineId: string; left: number; date: string }, server: Server) {
    this.#lineId = lineId;
    this.#server = server;
    this.left = left;
    this.facts = $state({ date, accountableUntil: '', orderNumber: '' });
  }

  has(placeId: string): boolean {
    return this.rows.some((row) => row.placeId === placeId);
  }

  /** Takes a place up, once. */
  add(place: PlaceChoice, units = '1'): void {
    if (!this.has(place.placeId)) this.#push({ placeId: place.placeId, place, units });
  }

  /** Takes up what was pasted, whatever is wrong with it; who has no number of units gets `units`. */
  async paste(pasted: PastedRow[], units: string): Promise<void> {
    const codes = pasted.map(({ code }) => code).filter((code, index, all) => all.indexOf(code) === index);
    const known = await this.#server.places(codes);
    for (const row of pasted) {
      const place = known.find(({ placeId }) => placeId === row.code);
      this.#push({ placeId: row.code, ...(place && { place }), units: row.units ?? units });
    }
  }

  remove(key: string): void {
    this.rows = this.rows.filter((row) => row.key !== key);
  }

  /** Sends all rows; there are no faults in them. */
  async send(): Promise<void> {
    this.step = 'sending';
    await this.sending.begin(
      batchesOf(this.rows, mostPlanRows, ({ placeId, units }) => ({ placeId, units })),
    );
    this.#settle();
  }

  async goOn(): Promise<void> {
    await this.sending.goOn();
    this.#settle();
  }

  /** Back to the rows that were refused, or to an empty plan; the others are done. */
  again(left: number): void {
    this.left = left;
    this.rows = this.rows.filter(({ consignmentId }) => !consignmentId).map(({ refused: _, ...row }) => row);
    this.step = 'gather';
  }

  #settle(): void {
    if (!this.sending.isPaused) this.step = 'told';
  }

  #push(row: Omit<PlanRow, 'key'>): void {
    this.#rowsMade += 1;
    this.rows.push({ key: String(this.#rowsMade), ...row });
  }

  async #send({ key, rows }: Batch<PlanRow>): Promise<void> {
    const { date, accountableUntil, orderNumber } = this.facts;
    const told = await this.#server.plan({
      idempotencyKey: key,
      lineId: this.#lineId,
      date,
      ...(accountableUntil && { accountableUntil }),
      ...(orderNumber.trim() && { orderNumber: orderNumber.trim() }),
      rows: rows.map((row) => ({ placeId: row.placeId, units: unitsOf(row) ?? 0 })),
    });
    for (const [index, row] of rows.entries()) {
      row.consignmentId = told[index]?.consignmentId;
      row.refused = told[index]?.refused?.code;
    }
  }
}
