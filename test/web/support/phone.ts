import 'fake-indexeddb/auto';
import { clear } from 'idb-keyval';
import { vi } from 'vitest';
import { store } from '../../../web/src/lib/offline/localStorage.ts';

/** What a browser has and Node has not, as far as the modules under test use it. */
export class Phone {
  readonly #stored = new Map<string, string>();

  constructor() {
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => this.#stored.get(key) ?? null,
      setItem: (key: string, text: string) => void this.#stored.set(key, text),
      removeItem: (key: string) => void this.#stored.delete(key),
    });
    vi.stubGlobal('location', { origin: 'http://localhost', pathname: '/' });
    vi.stubGlobal('reportError', (error: unknown) => {
      throw error;
    });
  }

  /** Nothing is kept, and somebody is signed in. */
  async begin(): Promise<void> {
    this.hasRoom();
    this.#stored.clear();
    await clear();
    store('tokens', { access: 'a-token', expiresAt: Date.now() + 3_600_000 });
  }

  /** Whatever is written to the device from now on is refused. */
  isFull(): void {
    const full = () => {
      throw new DOMException('The device is full.', 'QuotaExceededError');
    };
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full);
    vi.spyOn(localStorage, 'setItem').mockImplementation(full);
  }

  hasRoom(): void {
    vi.restoreAllMocks();
  }
}
