import type { Sample } from '../sample.ts';
import { isAboutUnits, type Timeline } from '../timeline.ts';

/** Some facilities of a sample, with what was donated to them alone: consignments are numbered as if there were no others. */
export function partOfSample(sample: Sample, from: number, to: number): Sample {
  const timelines = sample.timelines.slice(from, to);
  const places = new Set(timelines.map(({ facilityId }) => facilityId));
  const numbers = new Map<string, string>();
  const gifts = sample.gifts.map(({ pledge, plans }) => {
    const own = plans.flatMap((plan, index) => {
      const isOwn = places.has(plan.placeId);
      return isOwn ? [{ plan, was: `${pledge.donationId}.${index + 1}` }] : [];
    });
    for (const [index, { was }] of own.entries()) numbers.set(was, `${pledge.donationId}.${index + 1}`);
    return { pledge, plans: own.map(({ plan }) => plan) };
  });
  return {
    ...sample,
    gifts,
    timelines: timelines.map((timeline) => renumbered(timeline, numbers)),
    movedOn: { planned: [], events: [] },
    training: [],
    accounts: [],
  };
}

function renumbered({ facilityId, events, planned }: Timeline, numbers: Map<string, string>): Timeline {
  const now = <One extends { consignmentId: string }>(one: One): One => {
    const [donationId, number, ...part] = one.consignmentId.split('.');
    const whole = numbers.get(`${donationId}.${number}`);
    return whole ? { ...one, consignmentId: [whole, ...part].join('.') } : one;
  };
  return {
    facilityId,
    events: events.map((event) => (isAboutUnits(event) ? now(event) : event)),
    planned: planned.map(now),
  };
}
