import { implement } from '@orpc/server';
import { warehouseRoutes } from '../contract/warehouses.ts';
import type { Caller } from '../domain/caller.ts';
import { regionCodes } from '../domain/countryPack.ts';
import { ensureFound, ensureMay, visibleRegions } from '../domain/permissions.ts';
import { editWarehouse, registerWarehouse, type Warehouse } from '../domain/warehouse.ts';
import { History } from '../store/history.ts';
import { Warehouses, changeWarehouse, warehouseSubject } from '../store/warehouses.ts';
import { commandOf, type Call } from './http/call.ts';
import { database } from './http/database.ts';
import { ensureFree, registered } from './http/register.ts';
import { pack } from './http/runtime.ts';
import { serve } from './http/serve.ts';

const os = implement(warehouseRoutes).$context<Call>();
const warehouses = new Warehouses(database);
const history = new History(database);
const coded = { kind: 'warehouse', field: 'warehouseId' };

export const handler = serve(
  os.router({
    list: os.list.handler(async ({ input: { query }, context: { caller } }) => {
      ensureMay(caller, 'readWarehouse');
      const visible = visibleRegions(caller, regionCodes(pack));
      const regions = query.region ? visible.filter((region) => region === query.region) : visible;
      return { body: { warehouses: await warehouses.inRegions(regions, pack) } };
    }),
    register: os.register.handler(async ({ input: { body }, context: call }) => {
      const { basedOn, idempotencyKey, ...profile } = body;
      const { caller, today } = call;
      const what = commandOf('register', { basedOn, idempotencyKey }, profile, call);
      const registration = changeWarehouse(database, pack, profile.warehouseId, what, {
        authorise: () => ensureMay(caller, 'registerWarehouse', profile),
        decide: (before) => {
          ensureFree(coded, before);
          return registerWarehouse(profile, { pack, today });
        },
      });
      return { body: await registered(coded, registration) };
    }),
    get: os.get.handler(async ({ input: { params }, context: { caller } }) => ({
      body: await readable(caller, params.warehouseId),
    })),
    edit: os.edit.handler(async ({ input: { params, body }, context: call }) => {
      const { basedOn, idempotencyKey, ...edited } = body;
      const { caller, today } = call;
      const what = commandOf('edit', { basedOn, idempotencyKey }, edited, call);
      return {
        body: await changeWarehouse(database, pack, params.warehouseId, what, {
          authorise: (warehouse) => {
            ensureFound(warehouse, 'editWarehouse');
            ensureMay(caller, 'editWarehouse', warehouse);
          },
          decide: (warehouse) => {
            ensureFound(warehouse, 'editWarehouse');
            return editWarehouse(warehouse, edited, { pack, today });
          },
        }),
      };
    }),
    history: os.history.handler(async ({ input: { params }, context: { caller } }) => {
      const { warehouseId } = await readable(caller, params.warehouseId);
      return { body: { lines: await history.of(warehouseSubject(warehouseId), true) } };
    }),
  }),
);

/** A warehouse that the caller may see. */
async function readable(caller: Caller, warehouseId: string): Promise<Warehouse> {
  const warehouse = await warehouses.find(warehouseId);
  ensureFound(warehouse, 'readWarehouse');
  ensureMay(caller, 'readWarehouse', warehouse);
  return warehouse;
}
