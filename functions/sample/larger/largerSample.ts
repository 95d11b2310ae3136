import { partOfSample } from './partOfSample.ts';
import type { Sample } from '../sample.ts';
import type { Timeline } from '../timeline.ts';

/** One of the parts of a larger sample, which are loaded one after another. */
interface SamplePart {
  /** The sample itself is the first. */
  copy: number;
  /** How many facilities it has; the last may have fewer than the sample. */
  facilities: number;
}

/** The parts of a sample of as many facilities as asked. */
export function partsFor({ timelines: { length } }: Sample, facilities: number): SamplePart[] {
  return Array.from({ length: Math.max(1, Math.ceil(facilities / length)) }, (_, index) => ({
    copy: index + 1,
    facilities: index === 0 ? length : Math.min(length, facilities - index * length),
  }));
}

/** A part of a larger sample: itself, or a copy of its facilities with their reports and what was given to them, under names and codes of their own. */
export function partOf(sample: Sample, { copy, facilities }: SamplePart): Sample {
  if (copy === 1) return sample;
  return copyOf(partOfSample(sample, 0, facilities), copy, (copy - 1) * sample.timelines.length);
}

/** What is there once, whatever the country's size, is in the first part. */
function copyOf(part: Sample, copy: number, made: number): Sample {
  const { gifts, timelines } = part;
  const copied = structuredClone({ gifts, timelines: timelines.map((timeline) => renamed(timeline, copy)) });
  changeTexts(copied, (key, text) => recoded(key, text, { copy, made }));
  return {
    ...part,
    ...copied,
    solutions: [],
    warehouses: [],
    donors: [],
    plan: { targets: [], milestones: [] },
  };
}

function renamed({ events, ...timeline }: Timeline, copy: number): Timeline {
  return {
    ...timeline,
    events: events.map((event) => {
      if (event.action !== 'register' || !('profile' in event)) return event;
      const { names } = event.profile;
      const own = { ...names, en: `${names.en} ${copy}`, uk: `${names.uk} ${copy}` };
      return { ...event, profile: { ...event.profile, names: own } };
    }),
  };
}

interface Place {
  /** Which copy it is; the sample itself is the first. */
  copy: number;
  /** How many facilities there are before it. */
  made: number;
}

/** Changes every text in an object, by its key; what is named in several places is one object, and changed once. */
export function changeTexts(
  node: object,
  change: (key: string, text: string) => string,
  seen = new Set<object>(),
): void {
  if (seen.has(node)) return;
  seen.add(node);
  const entries: [string, unknown][] = Object.entries(node);
  for (const [key, value] of entries)
    if (typeof value === 'string') Object.assign(node, { [key]: change(key, value) });
    else if (typeof value === 'object' && value !== null) changeTexts(value, change, seen);
}

/** Facilities are numbered on, donations and units told apart by the copy. */
function recoded(key: string, value: string, { copy, made }: Place): string {
  if (key === 'donationId' || key === 'consignmentId')
    return value.replace(/^[^.]+/, (own) => `${own}-${copy}`);
  return value.replace(
    /\bUA-(\d{4,})$/,
    (_, number) => `UA-${String(Number(number) + made).padStart(4, '0')}`,
  );
}
