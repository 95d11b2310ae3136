import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { ImportedStock } from '../../contract/consignments.ts';
import { DonationProgress } from '../../contract/donations.ts';
import { ImportedRow } from '../../contract/facilities.ts';
import { ApprovalRow, WaitingReport } from '../../contract/reports.ts';
import { Account, AccountBody, PersonRow } from '../../domain/account.ts';
import {
  CountryPack,
  LocationPolicy,
  RegionCode,
  locationPolicies,
  ownLanguage,
  regionCodes,
} from '../../domain/countryPack.ts';
import { Consignment, StockEntry } from '../../domain/equipment/consignment.ts';
import { ConsignmentRow } from '../../domain/equipment/consignmentRow.ts';
import { AgreedLine, Donation } from '../../domain/equipment/donation.ts';
import { Donor } from '../../domain/equipment/donor.ts';
import { Currency } from '../../domain/equipment/money.ts';
import { PlaceId } from '../../domain/equipment/place.ts';
import { StockRow } from '../../domain/equipment/stockImport.ts';
import { Facility, FacilityRow } from '../../domain/facility/facility.ts';
import { ExternalCode, FacilityId, FacilityProfile } from '../../domain/facility/facilityProfile.ts';
import { Finding } from '../../domain/report/finding.ts';
import { HistoryLine } from '../../domain/history.ts';
import { FigurePath, Figures, figurePath } from '../../domain/report/indicator.ts';
import { isLooser } from '../../domain/locationPolicy.ts';
import { MonthlyReport } from '../../domain/report/monthlyReport.ts';
import { NewProperNames } from '../../domain/names.ts';
import { ProgressCube } from '../../domain/progress.ts';
import { OpenReport, Release, ToldRelease } from '../../domain/release/release.ts';
import { Solution } from '../../domain/solution/solution.ts';
import { Terms } from '../../domain/solution/solutionTerms.ts';
import { TraceCard } from '../../domain/trace/traceCard.ts';
import { TraceLinks } from '../../domain/trace/trace.ts';
import { TrainingRow } from '../../domain/training/trainingRow.ts';
import { TrainingSession } from '../../domain/training/trainingSession.ts';
import { Warehouse, WarehouseId } from '../../domain/warehouse.ts';

/** The records that answers hold, by the names they have everywhere. */
export const answered = {
  Account,
  ApprovalRow,
  Consignment,
  ConsignmentRow,
  CountryPack,
  Donation,
  DonationProgress,
  Donor,
  Facility,
  FacilityRow,
  Finding,
  HistoryLine,
  ImportedRow,
  ImportedStock,
  MonthlyReport,
  OpenReport,
  PersonRow,
  ProgressCube,
  Release,
  Solution,
  ToldRelease,
  TraceCard,
  TraceLinks,
  TrainingRow,
  TrainingSession,
  WaitingReport,
  Warehouse,
};

/**
 * Makes JSON Schema of the contract's schemas. Of a request it says what this country takes, where the schemas of every
 * country leave that to a rule, so that what is offered is what is accepted.
 */
export function converterFor(pack: CountryPack): ZodToJsonSchemaConverter {
  const names = { minProperties: 1, required: [ownLanguage(pack)] };
  const ofCountry = new Map<unknown, object>([
    [RegionCode, { enum: regionCodes(pack) }],
    [LocationPolicy, { enum: locationPolicies.filter((one) => !isLooser(one, pack.locationPolicy)) }],
    [FacilityId, { pattern: `^${pack.country}-\\d{4,6}$` }],
    [PlaceId, { pattern: `^${pack.country}-(\\d{4,6}|W\\d{2,4})$` }],
    [Currency, { enum: Intl.supportedValuesOf('currency') }],
    [AgreedLine.shape.equipmentType, codesOf(pack.equipmentTypes)],
    [StockEntry.shape.equipmentType, codesOf(pack.equipmentTypes)],
    [StockRow.shape.equipmentType, codesOf(pack.equipmentTypes)],
    [WarehouseId, { pattern: `^${pack.country}-W\\d{2,4}$` }],
    [FacilityProfile.shape.type, codesOf(pack.facilityTypes)],
    [AccountBody.shape.language, { enum: pack.languages }],
    [ExternalCode.shape.system, codesOf(pack.codeSystems)],
    [NewProperNames, names],
    [Terms.shape.capability, codesOf(pack.capabilities)],
    [Terms.shape.equipmentTypes, listOf(pack.equipmentTypes)],
    [Terms.shape.indicators, listOf(pack.indicators)],
    [FigurePath, pathsOf(pack)],
    [Figures, figuresOf(pack)],
  ]);
  return new ZodToJsonSchemaConverter({
    interceptors: [
      (conversion) => {
        const converted = conversion.next();
        const more = conversion.options.strategy === 'input' && ofCountry.get(conversion.schema);
        if (!more) return converted;
        const [required, json] = converted;
        return [required, typeof json === 'object' ? { ...json, ...more } : json];
      },
    ],
  });
}

const codesOf = (list: { code: string }[]) => ({ enum: list.map(({ code }) => code) });

/** Each of the list once at most. */
const listOf = (list: { code: string }[]) => ({
  items: { type: 'string', ...codesOf(list) },
  uniqueItems: true,
});

const coverPattern = 'cover\\.[a-z][a-z0-9-]{2,39}';

function pathsOf({ indicators, coverSince }: CountryPack) {
  const known = { enum: indicators.map(({ code }) => figurePath(code)) };
  return coverSince ? { anyOf: [known, { type: 'string', pattern: `^figures\\.${coverPattern}$` }] } : known;
}

function figuresOf({ indicators, coverSince }: CountryPack) {
  const cover = { type: 'integer', minimum: 0, maximum: 9999, description: 'How many can use the solution' };
  return {
    propertyNames: undefined,
    additionalProperties: false,
    ...(coverSince && { patternProperties: { [`^${coverPattern}$`]: cover } }),
    properties: Object.fromEntries(
      indicators.map(({ code, names, max, unit }) => [
        code,
        { type: 'integer', minimum: 0, maximum: unit === 'days' ? 31 : max, description: names.en },
      ]),
    ),
  };
}
