import { isUnusual, type Indicator } from '#functions/domain/indicator.ts';
import type { Month } from '#functions/domain/calendar.ts';
import type { MonthlyReport } from '#functions/domain/monthlyReport.ts';
import type { Problem } from '#lib/refused.ts';
import { handIn, newKey, saveThere, type Outcome } from './deliver.ts';
import { dropDraft, keepDraft, type Draft, type Sending } from './drafts.ts';
import { baseOf, rebased, sameFigures, type Clashes } from './merge.ts';
import { pastOf } from './past.ts';
import { faultsByCode, numbersOf, possible, textsOf, withText } from './typed.ts';

/** What a month's form works on. */
export interface FormCase {
  facilityId: string;
  month: Month;
  indicators: Indicator[];
  report: MonthlyReport | undefined;
  /** All reports of the facility, to compare with. */
  reports: MonthlyReport[];
  /** What this device kept of the month. */
  draft: Draft | undefined;
  /** Called with the report whenever the server answered with a newer one. */
  received: (report: MonthlyReport) => void;
}

/** Milliseconds after the last key until the server gets the draft too. */
const pause = 2_000;

/** The month's form: what is typed, what is wrong or unusual in it, and where it is safe. */
export class MonthForm {
  readonly #on: FormCase;
  #draft = $state.raw<Draft>({
    facilityId: '',
    month: '',
    typed: {},
    note: '',
    base: baseOf(undefined),
    at: 0,
  });
  /** Fields that another device changed too; the head chooses. */
  clashes = $state.raw<Clashes>({});
  step = $state<'typing' | 'checking' | 'waiting' | 'received'>('typing');
  busy = $state(false);
  /** Why the server did not take what was sent. */
  refused = $state<Problem['code']>();
  /** When this device had written the last key, milliseconds since 1970; undefined until something was typed. */
  keptAt = $state<number>();
  /** The device refuses to keep anything, as some do in private windows. */
  cannotKeep = $state(false);
  /** Whether the server has all that is typed. */
  isThere = $state(true);
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly faults = $derived.by(() => faultsByCode(this.#on.indicators, this.#draft.typed, this.#on.month));
  /** Fields that still need something before the month can be sent. */
  readonly left = $derived.by(() =>
    this.#on.indicators
      .map(({ code }) => code)
      .filter((code) => this.faults.has(code) || code in this.clashes),
  );
  /** How many fields the month asks for. */
  readonly all = $derived.by(
    () => this.#on.indicators.filter(({ zeroMustBeTyped }) => zeroMustBeTyped).length,
  );
  /** Fields far above what is usual here. */
  readonly unusual = $derived.by(() =>
    this.#on.indicators.map(({ code }) => code).filter((code) => this.#isUnusual(code)),
  );

  constructor(on: FormCase) {
    this.#on = on;
    const { facilityId, month, report, draft } = on;
    const base = baseOf(report);
    this.#draft = draft ?? { facilityId, month, typed: textsOf(base.figures), note: base.note, base, at: 0 };
    if (draft) this.#takeUp(draft);
    if (draft?.sending) this.step = 'waiting';
    this.see(report, draft);
  }

  /** The server's report or the kept draft may have changed behind the form: by a reviewer, another device, the outbox. */
  see(report: MonthlyReport | undefined, kept: Draft | undefined): void {
    if (kept && !kept.sending && this.step === 'waiting') {
      this.#draft = kept;
      this.step = 'typing';
    }
    this.refused = kept?.refused ?? this.refused;
    if (report && report.version > this.#draft.base.version) this.#rebase(report);
  }

  get typed(): Draft['typed'] {
    return this.#draft.typed;
  }

  get note(): string {
    return this.#draft.note;
  }

  get sending(): Sending | undefined {
    return this.#draft.sending;
  }

  /** A key was pressed in a field. The device has it before the next key can be pressed. */
  type(code: string, text: string): void {
    this.#change({ typed: withText(this.#draft.typed, code, text) });
  }

  /** A key was pressed in the note. */
  write(note: string): void {
    this.#change({ note });
  }

  /** Ends a clash with one of its two values. */
  choose(code: string, text: string): void {
    const { [code]: _, ...others } = this.clashes;
    this.clashes = others;
    this.type(code, text);
  }

  /** The first field that still needs something, after the given one, or from the top. */
  nextAfter(code: string | undefined): string | undefined {
    const codes = this.#on.indicators.map((indicator) => indicator.code);
    const from = code ? codes.indexOf(code) + 1 : 0;
    return [...codes.slice(from), ...codes.slice(0, from)].find((candidate) => this.left.includes(candidate));
  }

  /** Hands the month in, now or, without network, when there is some. */
  async send(): Promise<void> {
    clearTimeout(this.#timer);
    const { typed, note, base } = this.#draft;
    const sending = this.#command(base.version, numbersOf(typed), note);
    this.busy = true;
    this.refused = undefined;
    this.#draft = { ...this.#draft, sending, refused: undefined };
    await keepDraft(this.#draft);
    const outcome = await handIn(this.#draft, sending).finally(() => (this.busy = false));
    if (outcome.kind === 'waiting') this.step = 'waiting';
    else await this.#answered(outcome);
  }

  /** Takes a submission that still waits on this device back into the form. */
  async takeBack(): Promise<void> {
    const { sending: _, ...rest } = this.#draft;
    this.#draft = rest;
    this.step = 'typing';
    await keepDraft(rest);
  }

  /** Stops what would happen later, as when the page is left; what is typed is on the device. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #change(part: Partial<Draft>): void {
    const at = Date.now();
    this.#draft = { ...this.#draft, ...part, at, refused: undefined };
    this.refused = undefined;
    this.isThere = false;
    void keepDraft(this.#draft).then(
      () => (this.keptAt = at),
      () => (this.cannotKeep = true),
    );
    this.#saveSoon();
  }

  /** What an earlier visit could not send to the server is sent now. */
  #takeUp({ at, typed, note, base, sending }: Draft): void {
    const figures = possible(this.#on.indicators, typed, this.#on.month);
    this.keptAt = at;
    this.isThere = note === base.note && sameFigures(figures, base.figures);
    if (!this.isThere && !sending) this.#saveSoon();
  }

  #saveSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), pause);
  }

  async #save(): Promise<void> {
    const draft = this.#draft;
    if (draft.sending || this.busy) return;
    const figures = possible(this.#on.indicators, draft.typed, this.#on.month);
    const command = this.#command(draft.base.version, figures, draft.note);
    const outcome = await saveThere(draft, command);
    if (this.#draft.sending) return;
    if (outcome.kind === 'done') await this.#saved(outcome.report, draft);
    if (outcome.kind === 'stale') await this.#answered(outcome);
    if (outcome.kind === 'refused') this.refused = outcome.refused.problem.code;
  }

  async #saved(report: MonthlyReport, sent: Draft): Promise<void> {
    this.#draft = { ...this.#draft, base: baseOf(report) };
    this.isThere = this.#draft.at === sent.at;
    await keepDraft(this.#draft);
    this.#on.received(report);
  }

  async #answered(outcome: Exclude<Outcome, { kind: 'waiting' }>): Promise<void> {
    if (outcome.kind === 'done') {
      await dropDraft(this.#draft);
      this.step = 'received';
      this.#on.received(outcome.report);
      return;
    }
    const { sending: _, ...rest } = this.#draft;
    this.#draft = rest;
    this.step = 'typing';
    if (outcome.kind === 'refused') this.refused = outcome.refused.problem.code;
    else this.#rebase(outcome.report);
    await keepDraft(this.#draft);
    if (outcome.kind === 'stale') this.#on.received(outcome.report);
  }

  #rebase(report: MonthlyReport): void {
    const { draft, clashes } = rebased(this.#draft, report);
    this.#draft = draft;
    this.clashes = clashes;
  }

  #command(basedOn: number, figures: Sending['figures'], note: string): Sending {
    return { basedOn, idempotencyKey: newKey(), figures, ...(note.trim() && { note: note.trim() }) };
  }

  #isUnusual(code: string): boolean {
    const value = numbersOf(this.#draft.typed)[code];
    const { usual } = pastOf(code, this.#on.month, this.#on.reports);
    return value !== undefined && !this.faults.has(code) && isUnusual(value, usual);
  }
}
