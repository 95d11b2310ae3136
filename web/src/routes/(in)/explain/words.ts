import { m } from 'virtual:messages';
import { chainSteps } from '#functions/domain/equipment/chain/chain.ts';
import { reachedUnits, reachedUsd, type Explained } from '#functions/domain/explain/explained.ts';
import type { ExplainedPlace, ExplainedRecord } from '#functions/domain/explain/explainedRecord.ts';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import { placeName, stateWords, typeName } from '#lib/equipment/labels.ts';
import { stepWords } from '#lib/equipment/funnelWords.ts';
import { day, named, number } from '#lib/i18n/format.ts';
import { usd } from '#lib/money/usd.ts';
import { solutionWords } from '#lib/record/labels.ts';
import { stageWords } from '#lib/record/stageWords.ts';

/** What an opened figure is called. */
export function explainedName({ figure, name }: Explained): string {
  if (figure) return named(figure.names);
  const step = chainSteps.find((one) => [reachedUnits(one), reachedUsd(one)].includes(name));
  return [step && stepWords(step, undefined), isMoney({ name }) ? m.valueInUsd() : m.units()]
    .filter(Boolean)
    .join(' · ');
}

/** An amount of the figure as it is read. */
export const amountText = (explained: Explained, amount: number): string =>
  isMoney(explained) ? usd(amount) : number(amount);

const isMoney = ({ figure, name }: Pick<Explained, 'figure' | 'name'>): boolean =>
  figure ? figure.unit === 'usdCents' : name.endsWith('.usd');

type Words = Partial<Record<string, () => string>>;
const statusWords: Words = {
  draft: m.statusDraft,
  submitted: m.statusSubmitted,
  returned: m.statusReturned,
  approved: m.statusApproved,
};
const stateOf: Partial<Record<ExplainedRecord['kind'], Words>> = {
  facility: stageWords,
  monthlyReport: statusWords,
  consignment: stateWords,
  solution: solutionWords,
};

/** How a record stands, in a word; none where it stands in no state. */
export const stateText = ({ kind, state }: ExplainedRecord): string | undefined =>
  state === undefined ? undefined : stateOf[kind]?.[state]?.();

/** What a record is called. */
export function recordName(
  record: ExplainedRecord,
  places: readonly ExplainedPlace[],
  pack: CountryPack,
): string {
  if (record.kind === 'facility' || record.kind === 'monthlyReport')
    return placeName(record.recordId, places);
  if (record.kind === 'consignment')
    return m.unitsOf({ n: record.units ?? 0, type: typeName(record.equipmentType ?? '', pack) });
  if (record.kind === 'trainingSession')
    return [record.day && day(record.day), record.title].filter(Boolean).join(' · ');
  return record.names ? named(record.names) : (record.title ?? record.recordId);
}

/** The page of a record, with its history; of units a donor is told those of the donation. */
export function recordHref(
  { kind, recordId, month, donationId }: ExplainedRecord,
  readsEquipment: boolean,
): string | undefined {
  if (kind === 'monthlyReport') return `/facilities/${recordId}/${month ?? ''}`;
  if (kind === 'consignment' && !readsEquipment) return donationId && `/donations/${donationId}`;
  return `/${rooms[kind]}/${recordId}`;
}

const rooms: Record<Exclude<ExplainedRecord['kind'], 'monthlyReport'>, string> = {
  facility: 'facilities',
  consignment: 'equipment',
  donation: 'donations',
  solution: 'solutions',
  trainingSession: 'training',
};
