import { isUnusual, type Indicator } from '#functions/domain/report/indicator.ts';
import type { MonthlyReport } from '#functions/domain/report/monthlyReport.ts';
import { pastOf } from '#functions/domain/report/past.ts';
import { isOnline } from '#lib/offline/network.svelte.ts';
import { replace, waitingAbout } from '#lib/outbox/entry.ts';
import { isKept, sent } from '#lib/outbox/send.ts';
import type { Problem } from '#lib/api/errors.ts';
import { changeDraft, draftOf, type About, type Draft } from '#lib/myFacility/drafts.ts';
import {
  agreed,
  baseOf,
  noteField,
  rebased,
  sameFigures,
  taken,
  withChoice,
  withField,
  withSent,
} from './merge.ts';
import { instead, isSubmission, savingOf, subjectOf, submissionOf } from '#lib/myFacility/reportCommands.ts';
import { faultsByCode, numbersOf, possible, textsOf, type Typed } from './typed.ts';

/** What a month's form works on. */
export interface FormCase extends About {
  indicators: Indicator[];
  report: MonthlyReport | undefined;
  /** All reports of the facility, to compare with. */
  reports: MonthlyReport[];
  /** What this device kept of the month when the page was opened. */
  draft: Draft | undefined;
  /** Whether the month is handed in and waits on this device. */
  isWaiting: boolean;
  /** Called when the server has something newer, with the report where this page was answered with it. */
  received: (report?: MonthlyReport) => void;
}

type Change = (draft: Draft) => Draft;

/** Milliseconds after the last key until the server gets the draft too. */
const pause = 2_000;

/**
 * The month's form: what is typed, what is wrong or unusual in it, and where it is safe. What the device keeps is
 * right, since the outbox and other tabs change it too; the form shows it with the keys that are still on their way.
 */
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
  /** What the device does not have yet. */
  #unkept: Change[] = [];
  step = $state<'typing' | 'checking' | 'waiting' | 'received'>('typing');
  busy = $state(false);
  /** Why the server did not take what was sent. */
  refused = $state<Problem['code']>();
  /** When this device had written the last key, milliseconds since 1970; undefined until something was typed. */
  keptAt = $state<number>();
  /** The device refuses to keep anything: it is full, or a private window. */
  cannotKeep = $state(false);
  /** The month was to be sent, but there is neither network nor room to keep it. */
  isStuck = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly faults = $derived.by(() => faultsByCode(this.#on.indicators, this.#draft.typed, this.#on.month));
  /** Fields that still need something before the month can be sent. */
  readonly left = $derived.by(() =>
    [...this.#on.indicators.map(({ code }) => code), noteField].filter(
      (code) => this.faults.has(code) || code in this.clashes,
    ),
  );
  /** How many fields the month asks for. */
  readonly all = $derived.by(
    () => this.#on.indicators.filter(({ zeroMustBeTyped }) => zeroMustBeTyped).length,
  );
  /** Fields far above what is usual here. */
  readonly unusual = $derived.by(() =>
    this.#on.indicators.map(({ code }) => code).filter((code) => this.#isUnusual(code)),
  );
  /** The figures that can be saved on the server. */
  readonly #savable = $derived.by(() =>
    possible(this.#on.indicators, agreed(this.#draft).typed, this.#on.month),
  );
  /** Whether the server has all of it. */
  readonly #isSaved = $derived.by(() => {
    const { base } = this.#draft;
    return agreed(this.#draft).note.trim() === base.note && sameFigures(this.#savable, base.figures);
  });

  constructor(on: FormCase) {
    this.#on = on;
    this.#show(on.draft);
    if (on.isWaiting) this.step = 'waiting';
  }

  get typed(): Typed {
    return this.#draft.typed;
  }

  get note(): string {
    return this.#draft.note;
  }

  /** What another device has in fields that both changed; the head chooses. */
  get clashes(): Typed {
    return this.#draft.clashes ?? {};
  }

  /** Whether the server has all that is typed. */
  get isThere(): boolean {
    return this.#isSaved && Object.keys(this.clashes).length === 0;
  }

  /** Takes in what was changed behind the form: by a reviewer, another device or tab, the outbox. */
  async see(): Promise<void> {
    if (this.step === 'received') return;
    const about = this.#on;
    const kept = await Promise.all([draftOf(about), waitingAbout(subjectOf(about))]).catch(() => undefined);
    // A device that cannot be read has nothing to say; the form has what was typed into it.
    const [draft, entries] = kept ?? [this.#draft, []];
    this.#show(draft);
    if (this.busy) return;
    if (entries.some(isSubmission)) this.step = 'waiting';
    else if (this.step === 'waiting') this.step = 'typing';
  }

  /** A key was pressed in a field or the note. The device has it before the next key can be pressed. */
  type(field: string, text: string): void {
    this.#typing((draft) => withField(draft, field, text));
  }

  /** Ends a clash with one of its two values. */
  choose(field: string, text: string): void {
    this.#typing((draft) => withChoice(draft, field, text));
  }

  /** The first field that still needs something, after the given one, or from the top. */
  nextAfter(code: string | undefined): string | undefined {
    const codes = [...this.#on.indicators.map((indicator) => indicator.code), noteField];
    const from = code ? codes.indexOf(code) + 1 : 0;
    return [...codes.slice(from), ...codes.slice(0, from)].find((candidate) => this.left.includes(candidate));
  }

  /** Hands the month in, now or, without network, when there is some. */
  async send(): Promise<void> {
    clearTimeout(this.#timer);
    this.busy = true;
    this.refused = undefined;
    this.isStuck = false;
    await this.#handIn().catch(reportError);
    this.busy = false;
    await this.see();
  }

  /** Takes a submission that still waits on this device back into the form. */
  async takeBack(): Promise<void> {
    for (const { id } of await waitingAbout(subjectOf(this.#on))) await replace(id);
    this.step = 'typing';
    this.#saveSoon();
  }

  /** Stops what would happen later, as when the page is left; what is typed is on the device. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  async #handIn(): Promise<void> {
    const waits = this.step === 'waiting' && (await waitingAbout(subjectOf(this.#on))).find(isSubmission);
    const entry = waits || submissionOf({ ...this.#draft, typed: this.#inFields() });
    this.#change((draft) => withSent(draft, entry.body));
    const isOnDevice = await isKept(entry, instead);
    if (isOnDevice && !isOnline()) this.step = 'waiting';
    const settled = await sent(entry, isOnDevice);
    if (!settled) return this.#notAnswered(isOnDevice);
    const { answered } = settled;
    if (answered.kind === 'done') this.step = 'received';
    else {
      this.step = 'typing';
      this.refused = answered.problem.code;
    }
    this.#on.received(answered.kind === 'done' ? answered.record : undefined);
  }

  /** What is typed in the form's fields; on the device there may be more, of what is not asked any more. */
  #inFields(): Typed {
    const codes = this.#on.indicators.map(({ code }) => code);
    return Object.fromEntries(Object.entries(this.typed).filter(([code]) => codes.includes(code)));
  }

  /** It waits on the device, or another tab has sent it, or there is nowhere for it to wait. */
  async #notAnswered(isOnDevice: boolean): Promise<void> {
    if (!isOnDevice) this.isStuck = true;
    else if ((await waitingAbout(subjectOf(this.#on))).length === 0) this.#on.received();
    else this.step = 'waiting';
  }

  #saveSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save().catch(reportError), pause);
  }

  async #save(): Promise<void> {
    if (this.busy || this.step === 'waiting' || this.step === 'received' || this.#isSaved) return;
    const entry = savingOf(agreed(this.#draft), this.#savable);
    this.#change((draft) => withSent(draft, entry.body));
    const settled = await sent(entry, await isKept(entry, instead));
    if (!settled) return;
    const { answered } = settled;
    if (answered.kind === 'done') this.#change((draft) => taken(draft, entry.body, answered.record));
    else if (answered.problem.code !== 'stale') this.refused = answered.problem.code;
    this.#on.received(answered.kind === 'done' ? answered.record : undefined);
  }

  #typing(how: Change): void {
    const at = Date.now();
    this.refused = undefined;
    this.isStuck = false;
    this.#change((draft) => {
      const { refused: _, ...rest } = how(draft);
      return { ...rest, at };
    });
    this.#saveSoon();
  }

  /** Changes what is shown, and what the device keeps, there on top of whatever others have written meanwhile. */
  #change(how: Change): void {
    this.#draft = how(this.#draft);
    this.#unkept = [...this.#unkept, how];
    const unkept = this.#unkept;
    let kept = this.#draft;
    const change = (draft: Draft | undefined) => (kept = changedBy(unkept, draft ?? this.#begun()));
    changeDraft(this.#on, change).then(
      () => {
        this.#unkept = this.#unkept.filter((one) => !unkept.includes(one));
        this.#draft = changedBy(this.#unkept, kept);
        this.keptAt = kept.at;
        this.cannotKeep = false;
      },
      () => (this.cannotKeep = true),
    );
  }

  #show(kept: Draft | undefined): void {
    const { report } = this.#on;
    this.#draft = changedBy(this.#unkept, kept ?? this.#begun());
    if (kept?.at) this.keptAt = kept.at;
    this.refused = kept?.refused ?? this.refused;
    if (kept && report && report.version > kept.base.version) this.#change((draft) => rebased(draft, report));
    // What an earlier visit could not send to the server is sent now.
    if (!this.#isSaved && !this.refused) this.#saveSoon();
  }

  #begun(): Draft {
    const { facilityId, month, report } = this.#on;
    const base = baseOf(report);
    return { facilityId, month, typed: textsOf(base.figures), note: base.note, base, at: 0 };
  }

  #isUnusual(code: string): boolean {
    const value = numbersOf(this.#draft.typed)[code];
    const { usual } = pastOf(code, this.#on.month, this.#on.reports);
    return value !== undefined && !this.faults.has(code) && isUnusual(value, usual);
  }
}

function changedBy(changes: Change[], draft: Draft): Draft {
  return changes.reduce((changed, change) => change(changed), draft);
}
