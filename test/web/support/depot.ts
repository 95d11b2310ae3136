import { vi } from 'vitest';
import type { Consignment } from '../../../functions/domain/equipment/consignment.ts';

interface Sent {
  path: string;
  body: { idempotencyKey: string; [field: string]: unknown };
}

/** The API of equipment behind a line that may be gone; it takes what it is sent, or refuses it. */
export class Depot {
  isThere = true;
  /** Why it refuses the next commands, by path. */
  readonly refuses = new Map<string, { status: number; code: string }>();
  readonly got: Sent[] = [];
  readonly #answer: () => Consignment;

  constructor(answer: () => Consignment) {
    this.#answer = answer;
    vi.stubGlobal('fetch', (url: string, { body }: { body: string }) => {
      if (!this.isThere) return Promise.reject(new TypeError('fetch failed'));
      const path = url.replace('/api/v1/consignments', '');
      this.got.push({ path, body: JSON.parse(body) });
      const refusal = this.refuses.get(path);
      return Promise.resolve(
        refusal
          ? Response.json({ ...refusal, detail: refusal.code }, { status: refusal.status })
          : Response.json(this.#answer()),
      );
    });
  }

  begin(): void {
    this.isThere = true;
    this.refuses.clear();
    this.got.length = 0;
  }
}
