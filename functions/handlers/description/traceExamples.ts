import type { CountryPack } from '../../domain/countryPack.ts';
import type { Consignment } from '../../domain/equipment/consignment.ts';
import { traceCardOf } from '../../domain/trace/traceCard.ts';
import { traceIdOf } from '../../domain/trace/traceId.ts';
import { by, key } from './circumstances.ts';

const codeOf = (box: number) => ({ locator: 'k7m3xw9q2f', box, signature: 'h4t8vn2c6r5yzqk3mw7xb9dfgj' });

/** The id of an example; nobody’s key signed it. */
export const exampleTraceId = traceIdOf(codeOf(0));

/** An example for each operation on the links that anyone may open. */
export function traceExamples(pack: CountryPack, consignment: Consignment) {
  const made = { on: '2024-12-03', by };
  const { consignmentId, units } = consignment;
  const labels = [{ consignmentId, box: 1, traceId: traceIdOf(codeOf(1)), units }];
  const links = { version: 1, link: { traceId: exampleTraceId, made, labels }, former: [] };
  const reason = 'A label was photographed and shared';
  const revoked = { version: 2, former: [{ made, revoked: { ...made, reason } }] };
  const known = { pack, today: '2024-12-03', places: new Map(), silences: new Map() };
  return {
    'trace.card': { answer: traceCardOf('consignment', [consignment], known) },
    'donations.trace': { answer: links },
    'donations.makeTrace': { body: { basedOn: 0, ...key }, answer: links },
    'donations.revokeTrace': { body: { basedOn: 1, ...key, reason }, answer: revoked },
  };
}
