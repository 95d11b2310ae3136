import * as z from 'zod/mini';
import { CommandHead } from '../domain/command.ts';
import { RegionCode } from '../domain/countryPack.ts';
import { EditedWarehouse, NewWarehouseProfile, Warehouse, WarehouseId } from '../domain/warehouse.ts';
import { answer, history, nothing, params, query, signedIn } from './route.ts';

const warehousePath = { warehouseId: WarehouseId };

export const warehouseRoutes = {
  list: signedIn('GET', '/warehouses')
    .input(query({ region: z.optional(RegionCode) }))
    .output(answer(z.strictObject({ warehouses: z.array(Warehouse) }))),
  register: signedIn('POST', '/warehouses')
    .input(z.extend(nothing, { body: z.extend(NewWarehouseProfile, CommandHead.shape) }))
    .output(answer(Warehouse)),
  get: signedIn('GET', '/warehouses/{warehouseId}').input(params(warehousePath)).output(answer(Warehouse)),
  /** The whole profile, but for its code and region. */
  edit: signedIn('PUT', '/warehouses/{warehouseId}')
    .input(z.extend(params(warehousePath), { body: z.extend(EditedWarehouse, CommandHead.shape) }))
    .output(answer(Warehouse)),
  history: signedIn('GET', '/warehouses/{warehouseId}/history').input(params(warehousePath)).output(history),
};
