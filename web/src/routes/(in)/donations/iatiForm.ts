import { usualTerms } from '#functions/domain/iati/activityTerms.ts';
import {
  aidTypes,
  financeTypes,
  flowTypes,
  identifierPattern,
  policyMarkers,
  sdgTargets,
  sectorCodes,
  significances,
  tiedStatuses,
} from '#functions/domain/iati/codeLists.ts';
import type { IatiTerms } from '#functions/domain/iati/terms.ts';
import { filled, type TypedRow } from '#lib/record/typed.ts';

/** What is said of a donation in IATI, as it was typed; what is empty is as usual. */
export interface TypedTerms {
  activityId: string;
  /** The sector and its share. */
  sectors: TypedRow[];
  sdgTargets: string[];
  /** The significance of each marker; empty where nothing is said. */
  markers: Record<string, string>;
  flowType: string;
  financeType: string;
  aidType: string;
  tiedStatus: string;
}

/** The terms of a donation as the form holds them; nothing is said of one that is new. */
export function typedTerms(iati: IatiTerms = {}): TypedTerms {
  const {
    activityId = '',
    sectors = [],
    flowType = '',
    financeType = '',
    aidType = '',
    tiedStatus = '',
  } = iati;
  const said = new Map((iati.policyMarkers ?? []).map(({ code, significance }) => [code, significance]));
  return {
    activityId,
    sectors: sectors.map(({ code, percentage }) => ({ choice: code, text: String(percentage) })),
    sdgTargets: [...(iati.sdgTargets ?? usualTerms.sdgTargets)],
    markers: Object.fromEntries(policyMarkers.map((code) => [code, said.get(code) ?? ''])),
    flowType,
    financeType,
    aidType,
    tiedStatus,
  };
}

/** The fields that are not right yet, named as the API names them. */
export function faultsOfTerms({ activityId, sectors }: TypedTerms): string[] {
  const id = activityId.trim();
  const isRight: Record<string, boolean> = {
    'iati.activityId': !id || identifierPattern.test(id),
    'iati.sectors': areWhole(filled(sectors)),
  };
  return Object.keys(isRight).filter((field) => !isRight[field]);
}

function areWhole(rows: TypedRow[]): boolean {
  const isEachOnce = new Set(rows.map(({ choice }) => choice)).size === rows.length;
  const areShares = rows.every(({ choice, text }) => choice && /^[1-9]\d{0,2}$/.test(text));
  const sum = rows.reduce((whole, { text }) => whole + Number(text), 0);
  return rows.length === 0 || (isEachOnce && areShares && sum === 100);
}

/** The terms as the API takes them; what is as usual is left out, and all of it where everything is. */
export function termsOf(typed: TypedTerms): { iati?: IatiTerms } {
  const activityId = typed.activityId.trim();
  const sectors = filled(typed.sectors).flatMap(({ choice, text }) => {
    const code = oneOf(sectorCodes, choice);
    return code ? [{ code, percentage: Number(text) }] : [];
  });
  const targets = sdgTargets.filter((target) => typed.sdgTargets.includes(target));
  const markers = policyMarkers.flatMap((code) => {
    const significance = oneOf(significances, typed.markers[code] ?? '');
    return significance ? [{ code, significance }] : [];
  });
  const flowType = oneOf(flowTypes, typed.flowType);
  const financeType = oneOf(financeTypes, typed.financeType);
  const aidType = oneOf(aidTypes, typed.aidType);
  const tiedStatus = oneOf(tiedStatuses, typed.tiedStatus);
  const iati: IatiTerms = {
    ...(activityId && { activityId }),
    ...(sectors.length > 0 && { sectors }),
    ...(targets.join() !== usualTerms.sdgTargets.join() && { sdgTargets: targets }),
    ...(markers.length > 0 && { policyMarkers: markers }),
    ...(flowType && { flowType }),
    ...(financeType && { financeType }),
    ...(aidType && { aidType }),
    ...(tiedStatus && { tiedStatus }),
  };
  return Object.keys(iati).length > 0 ? { iati } : {};
}

function oneOf<Code extends string>(codes: readonly Code[], typed: string): Code | undefined {
  return codes.find((code) => code === typed);
}
