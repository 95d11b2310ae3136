import type { DonationLine } from '#functions/domain/equipment/donation.ts';
import type { StageChange } from '#functions/domain/facility/facility.ts';
import type { FormerRegion } from '#functions/domain/facility/facilityRegion.ts';
import type { FieldChange, HistoryLine } from '#functions/domain/history.ts';
import { codeIn } from '#functions/domain/report/indicator.ts';
import { plainText } from '#functions/domain/plainText.ts';
import type { SolutionStage } from '#functions/domain/solution/solution.ts';
import { shaped } from '#lib/offline/localStorage.ts';

/** A figure that a command typed or changed. */
export interface FigureChange {
  code: string;
  from?: number;
  to?: number;
}

/** A fact that was corrected: of a list what is in it no more, and what is new in it. */
export interface FactChange {
  field: string;
  from: string[];
  to: string[];
}

type Rate = Pick<DonationLine, 'usdRate' | 'usdRateOn'>;

/** What one line of a record's history has to tell, as far as screens show it. */
export interface Told {
  /** The stage it led to, or whose date it mended. */
  stage?: StageChange;
  /** Where a solution stands with it. */
  standing?: SolutionStage;
  /** The region that a facility moved to from a day on, or in which a report that went with it is counted. */
  region?: string;
  since?: string;
  returned?: { code: string; reason: string };
  /** Why an approved month was opened again. */
  correction?: string;
  note?: string;
  /** A line of a donation whose rate was corrected, before and after. */
  rate?: { from: Rate; to: Rate };
  /** The parts of a profile that were edited. */
  edited: string[];
  /** What is known of a consignment's units, before and after. */
  facts: FactChange[];
  /** Figures that had another value before. */
  changed: FigureChange[];
  /** How many figures were typed for the first time. */
  typed: number;
}

const isStage = shaped<StageChange>('stage', 'date');
const isSolutionStage = shaped<SolutionStage>('status', 'date');
const isFormerRegion = shaped<FormerRegion>('region', 'until');
const isRate = shaped<Rate & { lineId: string }>('lineId', 'usdRate', 'usdRateOn');
const isReturned = shaped<{ field: string; reason: string }>('field', 'reason');
const textIn = (value: unknown) => (typeof value === 'string' ? value : undefined);
const numberIn = (value: unknown) => (typeof value === 'number' ? value : undefined);

/** The first line of a person's history says everything there is, and what of it is new it does not know. */
const nothing: Told = { edited: [], facts: [], changed: [], typed: 0 };

/** Reads a line's changes, whose values the contract leaves open. */
export function toldBy({ action, changes, version }: HistoryLine): Told {
  if (changes.some(({ field }) => field === 'accountId')) return nothing;
  const now = new Map(changes.map(({ field, to }) => [field, to]));
  const stage = newIn(changes.find(({ field }) => field === 'stages'));
  const left = newIn(changes.find(({ field }) => field === 'formerRegions'));
  const returned = now.get('returned');
  // An import registers a facility, and edits one that there is.
  const isEdit = action === 'edit' || action === 'editPerson' || (action === 'import' && version > 1);
  const figures = changes
    .filter(({ field }) => field.startsWith('figures.'))
    .map(({ field, from, to }) => ({
      code: codeIn(field),
      from: numberIn(from),
      to: numberIn(to),
    }));
  return {
    stage: isStage(stage) ? stage : undefined,
    standing: isSolutionStage(stage) ? stage : undefined,
    region: action === 'move' ? textIn(now.get('region')) : undefined,
    since: isFormerRegion(left) ? left.until : undefined,
    returned: isReturned(returned) ? { code: codeIn(returned.field), reason: returned.reason } : undefined,
    correction: textIn(now.get('correction')),
    note: textIn(now.get('note')),
    rate: action === 'correctRate' ? rateIn(changes.find(({ field }) => field === 'lines')) : undefined,
    // A person's names in other languages go with the name.
    edited: isEdit
      ? changes.map(({ field }) => field).filter((field) => field !== 'names' || !now.has('name'))
      : [],
    facts: action === 'correctFacts' ? changes.map(factIn) : [],
    changed: figures.filter(({ from }) => from !== undefined),
    typed: figures.filter(({ from }) => from === undefined).length,
  };
}

/** The rate of the one line that another one was given, before and after. */
function rateIn(change: FieldChange | undefined): Told['rate'] {
  const to = newIn(change);
  if (!isRate(to)) return undefined;
  const from = listIn(change?.from).find((line) => isRate(line) && line.lineId === to.lineId);
  return isRate(from) ? { from, to } : undefined;
}

function factIn({ field, from, to }: FieldChange): FactChange {
  const [before, now] = [from, to].map((value) => [value].flat().flatMap((one) => textIn(one) ?? []));
  return {
    field,
    from: before?.filter((one) => !now?.includes(one)) ?? [],
    to: now?.filter((one) => !before?.includes(one)) ?? [],
  };
}

/** The one entry of a list that is new, or another than before. */
function newIn(change: FieldChange | undefined): unknown {
  const before = new Set(listIn(change?.from).map(plainText));
  return listIn(change?.to).find((entry) => !before.has(plainText(entry)));
}

function listIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
