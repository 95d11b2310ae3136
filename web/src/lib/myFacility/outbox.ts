import { allDrafts, dropDraft, keepDraft, type Draft } from './drafts.ts';
import { handIn } from './deliver.ts';
import { mine, rememberReport } from './mine.ts';

const patience = 60_000;

/** What is handed in and waits on this device for network. */
class Outbox {
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Tries to send all that waits; answers whether anything changed. Tries again after a minute while something is left. */
  async send(): Promise<boolean> {
    clearTimeout(this.#timer);
    const waiting = (await allDrafts()).filter(({ sending }) => sending);
    const results = await Promise.all(waiting.map((draft) => this.#sendOne(draft)));
    if (results.includes(false)) this.#timer = setTimeout(() => void this.send(), patience);
    return results.includes(true);
  }

  /** Sends whenever the network comes back or the app is opened; answers how to stop. */
  watch(changed: () => void): () => void {
    const send = () =>
      void this.send().then(
        (any) => any && changed(),
        () => undefined,
      );
    const whenSeen = () => document.visibilityState === 'visible' && send();
    addEventListener('online', send);
    document.addEventListener('visibilitychange', whenSeen);
    send();
    return () => {
      clearTimeout(this.#timer);
      removeEventListener('online', send);
      document.removeEventListener('visibilitychange', whenSeen);
    };
  }

  async #sendOne(draft: Draft): Promise<boolean> {
    const { sending, ...rest } = draft;
    if (!sending) return false;
    const outcome = await handIn(draft, sending);
    if (outcome.kind === 'waiting') return false;
    if (outcome.kind === 'done') {
      const { reports } = await mine(draft.facilityId, () => undefined);
      await rememberReport(outcome.report, reports);
      await dropDraft(draft);
    } else {
      const refused = outcome.kind === 'refused' ? outcome.refused.problem.code : 'stale';
      await keepDraft({ ...rest, refused });
    }
    return true;
  }
}

export const outbox = new Outbox();
