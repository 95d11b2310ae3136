import type { CountryPack } from '../domain/countryPack.ts';
import { registerWarehouse, type WarehouseProfile } from '../domain/warehouse.ts';
import type { Database } from '../store/database.ts';
import { changeWarehouse } from '../store/warehouses.ts';
import type { Story } from './story.ts';

/** The sample's warehouses: the national one, and one in the west and in the east; all of it is invented. */
export const sampleWarehouses: WarehouseProfile[] = [
  {
    warehouseId: 'UA-W01',
    names: { en: 'National medical warehouse', uk: 'Національний медичний склад' },
    region: 'UA-30',
    settlement: { en: 'Kyiv', uk: 'Київ' },
    keeper: 'Taras Hnatiuk, central stores',
  },
  {
    warehouseId: 'UA-W02',
    names: { en: 'Lviv regional warehouse', uk: 'Львівський обласний склад' },
    region: 'UA-46',
    settlement: { en: 'Lviv', uk: 'Львів' },
    keeper: 'Nadiia Prots, regional health department',
  },
  {
    warehouseId: 'UA-W03',
    names: { en: 'Dnipro hub for the east', uk: 'Дніпровський склад для східних областей' },
    region: 'UA-12',
    settlement: { en: 'Dnipro', uk: 'Дніпро' },
    keeper: 'Viktor Salo, regional health department',
  },
];

/** Registers a warehouse in the administrator's name. */
export async function registerInSample(
  database: Database,
  pack: CountryPack,
  profile: WarehouseProfile,
  { administrator: by, entered }: Story,
): Promise<void> {
  const { warehouseId } = profile;
  const at = `${entered.warehouses}T08:00:00Z`;
  const head = { basedOn: 0, idempotencyKey: 'sample-warehouse-v1' };
  const command = { ...head, action: 'register' as const, content: { profile }, by, at };
  await changeWarehouse(database, pack, warehouseId, command, {
    authorise: () => undefined,
    decide: () => registerWarehouse(profile, { pack, today: entered.warehouses }),
  });
}
