import type { Month } from '#functions/domain/calendar.ts';
import type { FacilityRow } from '#functions/domain/facility/facility.ts';
import type { RefusalCode } from '#functions/domain/refusal.ts';
import { Sending, type Batch } from '#lib/batches/sending.svelte.ts';

/** A month whose approved figures would be shared otherwise by what is known now, and the version that says so. */
export interface OutdatedMonth {
  facilityId: string;
  month: Month;
  basedOn: number;
}

/** How such months are found, and attributed anew. */
interface Server {
  outdated: (facilityId: string) => Promise<OutdatedMonth[]>;
  /** Answers why it was refused, if it was. */
  attribute: (
    month: OutdatedMonth,
    reason: string,
    idempotencyKey: string,
  ) => Promise<RefusalCode | undefined>;
}

/** What a facility has to be attributed anew. */
export interface Outdated {
  facility: Pick<FacilityRow, 'facilityId' | 'names'>;
  months: OutdatedMonth[];
}

/** Months are looked for, facility by facility, and then attributed anew one by one, under one reason. */
export class Attributing {
  step = $state<'looking' | 'found' | 'sending' | 'told'>('looking');
  reason = $state('');
  found = $state.raw<Outdated[]>([]);
  refused = $state.raw<OutdatedMonth[]>([]);
  readonly looking: Sending<Outdated['facility']>;
  readonly sending: Sending<OutdatedMonth>;
  readonly months = $derived(this.found.flatMap(({ months }) => months));
  readonly #server: Server;

  constructor(server: Server) {
    this.#server = server;
    this.looking = new Sending(({ rows }) => this.#read(rows));
    this.sending = new Sending((batch) => this.#attribute(batch));
  }

  async look(facilities: Outdated['facility'][]): Promise<void> {
    this.found = [];
    this.step = 'looking';
    await this.looking.begin(facilities.map((facility) => [facility]));
    this.#settle();
  }

  async attribute(): Promise<void> {
    this.refused = [];
    this.step = 'sending';
    await this.sending.begin(this.months.map((month) => [month]));
    this.#settle();
  }

  /** Goes on with what was broken off. */
  async goOn(): Promise<void> {
    await (this.step === 'looking' ? this.looking : this.sending).goOn();
    this.#settle();
  }

  #settle(): void {
    if (this.step === 'looking' && !this.looking.isPaused) this.step = 'found';
    if (this.step === 'sending' && !this.sending.isPaused) this.step = 'told';
  }

  async #read(facilities: Outdated['facility'][]): Promise<void> {
    for (const facility of facilities) {
      const months = await this.#server.outdated(facility.facilityId);
      if (months.length > 0) this.found = [...this.found, { facility, months }];
    }
  }

  async #attribute({ key, rows }: Batch<OutdatedMonth>): Promise<void> {
    for (const month of rows)
      if (await this.#server.attribute(month, this.reason.trim(), key))
        this.refused = [...this.refused, month];
  }
}
