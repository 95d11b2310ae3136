import * as z from 'zod/mini';
import { CommandHead, IdempotencyKey } from '../domain/command.ts';
import { RegionCode } from '../domain/countryPack.ts';
import { Silence } from '../domain/equipment/chain/silence.ts';
import { mostStockRows } from '../domain/equipment/bounds.ts';
import { listedConcerns } from '../domain/equipment/concern.ts';
import {
  Consignment,
  ConsignmentFacts,
  ConsignmentId,
  EquipmentState,
  ReceiptBody,
  StockEntry,
  ToldEvent,
  Units,
} from '../domain/equipment/consignment.ts';
import { ConsignmentRow } from '../domain/equipment/consignmentRow.ts';
import { PlaceId } from '../domain/equipment/place.ts';
import { StockRow } from '../domain/equipment/stockImport.ts';
import { Remark } from '../domain/report/monthlyReport.ts';
import { equipment } from './equipmentRows.ts';
import { RowOutcome, importOf } from './imports.ts';
import { SolutionId } from '../domain/solution/solutionTerms.ts';
import { answer, history, nothing, params, query, type Shape, signedIn } from './route.ts';

const consignmentPath = { consignmentId: ConsignmentId };
const idempotencyKey = { idempotencyKey: IdempotencyKey };
/** A page of a region's equipment: where it begins. */
const EquipmentPage = z
  .string()
  .check(z.regex(/^[A-Z]{2}-[A-Z0-9]{1,3}(~([a-zA-Z]{4,10}#)?\d{4}-\d\d-\d\d~[a-z][a-z0-9.-]{2,60})?$/));

/** A consignment in the list; in that of what is silent with the months in which it was. */
const ListedConsignment = z.extend(ConsignmentRow, { silence: z.optional(Silence) });

/** What became of a row of an import of equipment. */
export const ImportedStock = z.extend(RowOutcome, { consignmentId: ConsignmentId });

/** A command on a consignment is judged by the state of its units, not by a version: notes of two people do not collide. */
const consignmentCommand = <Fields extends Shape>(path: `/${string}`, fields: Fields) =>
  signedIn('POST', `/consignments/{consignmentId}${path}`)
    .input(
      z.extend(params(consignmentPath), {
        // `placeId` is where the units are, or are to go, as whoever tells of it knows.
        body: z.strictObject({ ...idempotencyKey, placeId: PlaceId, ...fields }),
      }),
    )
    .output(answer(Consignment));

export const consignmentRoutes = {
  /** A region's equipment by state and since when, a page at a time. */
  list: signedIn('GET', '/consignments')
    .input(
      query({
        region: z.optional(RegionCode),
        state: z.optional(EquipmentState),
        equipmentType: z.optional(z.string().check(z.maxLength(60))),
        solutionId: z.optional(SolutionId),
        isFaulty: z.optional(z.literal('true')),
        concern: z.optional(z.enum(listedConcerns)),
        page: z.optional(EquipmentPage),
      }),
    )
    .output(
      answer(
        z.strictObject({
          consignments: z.array(ListedConsignment),
          places: equipment.places,
          next: z.optional(EquipmentPage),
        }),
      ),
    ),
  /** What is at a place now, or is to go there. */
  atPlace: signedIn('GET', '/places/{placeId}/consignments')
    .input(params({ placeId: PlaceId }))
    .output(answer(z.strictObject(equipment))),
  /** Equipment that is of no donation, in the state in which it is, with its past days. */
  register: signedIn('POST', '/consignments')
    .input(z.extend(nothing, { body: z.extend(StockEntry, idempotencyKey) }))
    .output(answer(Consignment)),
  /** Enters what the rows say of equipment that is there already; what they leave out stays. Answers row by row. */
  import: signedIn('POST', '/consignments/imports')
    .input(importOf(StockRow, mostStockRows))
    .output(answer(z.strictObject({ rows: z.array(ImportedStock) }))),
  get: signedIn('GET', '/consignments/{consignmentId}')
    .input(params(consignmentPath))
    .output(
      answer(
        z.strictObject({
          consignment: Consignment,
          places: equipment.places,
          /** Of units in use for a solution: whether they are used, to whoever may read the reports of their facility. */
          silence: z.optional(Silence),
        }),
      ),
    ),
  /** Something happened to all units, or to so many: those go their own way from then on. */
  addEvent: consignmentCommand('/events', { ...ToldEvent.shape, units: z.optional(Units) }),
  /** The receiver has counted what came; the rest is missing. */
  receive: consignmentCommand('/receipt', ReceiptBody.shape),
  strikeOut: consignmentCommand('/strikes', { eventId: z.int().check(z.minimum(1)), reason: Remark }),
  /** What is known of the units besides their log is put right: nothing else is known of them from then on. */
  correctFacts: consignmentCommand('/facts', { ...ConsignmentFacts.shape, ...CommandHead.shape }),
  history: signedIn('GET', '/consignments/{consignmentId}/history')
    .input(params(consignmentPath))
    .output(history),
};
