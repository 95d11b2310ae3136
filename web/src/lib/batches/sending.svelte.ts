import { refusalOf } from '#lib/api/refusalText.ts';
import { eachBatch, mostAtOnce } from './batches.ts';

/** Rows of one request, and the key under which they are sent, again and again if need be. */
export interface Batch<Row> {
  key: string;
  rows: Row[];
}

/**
 * Rows on their way to the server in requests under keys of their own. Where it stops it goes on with the same requests
 * under their keys, so that nothing is done twice.
 */
export class Sending<Row> {
  done = $state(0);
  total = $state(0);
  /** It ended before all rows were sent. */
  isPaused = $state(false);
  failure = $state('');
  readonly #send: (batch: Batch<Row>) => Promise<void>;
  readonly #atOnce: number;
  #pending: Batch<Row>[] = [];
  #isStopped = false;

  constructor(send: (batch: Batch<Row>) => Promise<void>, atOnce = mostAtOnce) {
    this.#send = send;
    this.#atOnce = atOnce;
  }

  /** Sends these rows, in these requests. */
  async begin(batches: Row[][]): Promise<void> {
    const id = crypto.randomUUID();
    this.#pending = batches.map((rows, index) => ({ key: `${id}-${index}`, rows }));
    this.done = 0;
    this.total = batches.flat().length;
    await this.goOn();
  }

  stop(): void {
    this.#isStopped = true;
  }

  /** Sends what is left. */
  async goOn(): Promise<void> {
    this.isPaused = false;
    this.failure = '';
    this.#isStopped = false;
    const sent: Batch<Row>[] = [];
    const send = async (batch: Batch<Row>) => {
      await this.#send(batch);
      this.done += batch.rows.length;
      sent.push(batch);
    };
    try {
      await eachBatch(this.#pending, send, () => this.#isStopped, this.#atOnce);
    } catch (error) {
      this.failure = refusalOf(error).sentence;
    }
    this.#pending = this.#pending.filter((batch) => !sent.includes(batch));
    this.isPaused = this.#pending.length > 0;
  }
}
