/** A session that a facility held, for two of its doctors. */
export function sessionAt(facilityId: string) {
  const staff = { doctor: { attending: 2, newToSolution: 2, newToEquipment: 1 } };
  const lines: [{ facilityId: string; staff: object }] = [{ facilityId, staff }];
  return {
    day: '2024-11-05',
    topic: 'First steps',
    provider: 'Institute of telemedicine',
    mode: 'onSite',
    hours: 4,
    host: { kind: 'facility', facilityId },
    lines,
  };
}

/** The same as a row of an import. */
export function rowOfSession(facilityId: string) {
  const { lines, ...facts } = sessionAt(facilityId);
  return { ...facts, ...lines[0] };
}
