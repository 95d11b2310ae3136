import { withEquipment, type InstalledEquipment } from '../solution/adoption.ts';
import type { Facility } from '../facility/facility.ts';
import { plainText } from '../plainText.ts';
import type { Consignment } from './consignment.ts';
import { donorScope } from './chain/chainScopes.ts';
import { installedSpans } from './installedSpans.ts';

/**
 * The facility once these consignments say what they have installed there, and so which solutions it can use; undefined
 * where nothing changes for it.
 */
export function equippedFacility(facility: Facility, consignments: Consignment[]): Facility | undefined {
  const before = facility.adoptions ?? [];
  const adoptions = consignments.reduce((known, consignment) => {
    const { consignmentId, equipmentType, solution } = consignment;
    if (!solution) return known;
    const { solutionId, terms } = solution;
    const spans = installedSpans(consignment, facility.facilityId);
    const isKnown = known.some(({ equipment }) =>
      equipment.some((one) => one.consignmentId === consignmentId),
    );
    if (spans.length === 0 && !isKnown) return known;
    const provided = providedBy(consignment);
    return withEquipment(known, { solutionId, ...terms }, { consignmentId, equipmentType, spans, provided });
  }, before);
  if (plainText(adoptions) === plainText(before)) return undefined;
  return { ...facility, adoptions, version: facility.version + 1 };
}

function providedBy({ source, units, usdCents }: Consignment): InstalledEquipment['provided'] {
  return { source: source.kind === 'donation' ? donorScope(source.donorId) : source.kind, units, usdCents };
}
