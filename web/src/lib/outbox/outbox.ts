import { replace, waiting, type Entry, type EntryOf, type Records, type Route } from './entry.ts';
import { settle } from './settle.ts';
import type { Settled } from './settled.ts';

/** Milliseconds until what was not answered is sent again. */
const patience = 60_000;

/** How many commands about a subject are sent in one go: one that is always given anew must not use up a phone's credit. */
const most = 10;

/** Sends what is given on this device and waits for network. */
class Outbox {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #watchers = new Set<() => void>();
  /** By the entry's id. */
  readonly #settled = new Map<string, Settled>();

  /** Sends all that waits, what others come `after` first. */
  async send(): Promise<void> {
    clearTimeout(this.#timer);
    const subjects = new Set((await waiting()).map(({ subject }) => subject));
    for (const subject of subjects) await this.#sendAbout(subject).catch(reportError);
  }

  /** Sends what waits up to this entry, which is in the outbox; answers what became of it, if this tab learned that. */
  sendNow<R extends Route>(entry: EntryOf<R>): Promise<Settled<Records[R]> | undefined>;
  async sendNow({ id, subject }: Entry): Promise<Settled | undefined> {
    await this.#sendAbout(subject);
    return this.#settled.get(id);
  }

  /** Sends whenever the network comes back or the app is opened, and tells when something was; answers how to stop. */
  watch(changed: () => void): () => void {
    const send = () => void this.send().catch(reportError);
    const whenSeen = () => document.visibilityState === 'visible' && send();
    this.#watchers.add(changed);
    addEventListener('online', send);
    document.addEventListener('visibilitychange', whenSeen);
    send();
    return () => {
      this.#watchers.delete(changed);
      clearTimeout(this.#timer);
      removeEventListener('online', send);
      document.removeEventListener('visibilitychange', whenSeen);
    };
  }

  /** One at a time over all tabs, or a command would overtake the one before it. */
  async #sendAbout(subject: string): Promise<void> {
    const key = `send ${subject}`;
    const isSent = await navigator.locks.request(key, () => this.#sendInOrder(subject));
    if (isSent) for (const changed of this.#watchers) changed();
  }

  async #sendInOrder(subject: string): Promise<boolean> {
    for (let sent = 0; sent < most; sent++) {
      const entry = nextAbout(subject, await waiting());
      if (!entry) return sent > 0;
      const settled = await this.#settle(entry);
      if (!settled) return sent > 0;
      this.#settled.set(entry.id, settled);
      await replace(entry.id, following(entry, settled));
    }
    return true;
  }

  async #settle(entry: Entry): Promise<Settled | undefined> {
    let settled: Settled | undefined;
    try {
      return (settled = await settle(entry));
    } finally {
      // Whatever went wrong, it is tried again.
      if (!settled) this.#sendLater();
    }
  }

  #sendLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.send().catch(reportError), patience);
  }
}

/** What is in the outbox in the place of an entry that was answered. */
function following(entry: Entry, { answered, next, stays }: Settled): Entry | undefined {
  const isRefused = stays && answered.kind === 'refused';
  return isRefused ? { ...entry, refused: answered.problem.code } : next;
}

/** The command to send now: the first about the subject, unless it was refused or another one has to arrive before. */
function nextAbout(subject: string, all: Entry[]): Entry | undefined {
  const first = all.find((entry) => entry.subject === subject);
  return first?.refused || all.some(({ id }) => id === first?.after) ? undefined : first;
}

export const outbox = new Outbox();
