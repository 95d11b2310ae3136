import type { Consignment } from '#functions/domain/equipment/consignment.ts';
import type { Answered } from '#lib/outbox/outcome.ts';
import type { Settled } from '#lib/outbox/settled.ts';
import { rememberConsignment } from './myEquipmentData.ts';

/** What the server took of a consignment is known at once; what it refused stays for the head to look at. */
export async function consignmentAnswered(
  _: unknown,
  answered: Answered<Consignment>,
): Promise<Settled<Consignment>> {
  if (answered.kind === 'done') await rememberConsignment(answered.record);
  return { answered, stays: answered.kind === 'refused' };
}
