import fc from 'fast-check';
import { regionCodes } from '../../functions/domain/countryPack.ts';
import { nextStages, type Facility } from '../../functions/domain/facility/facility.ts';
import { liveFacility, testPack } from './builders.ts';

const regions = regionCodes(testPack);

/** Facilities that went through any stages, on any days, several on one day among them. */
export const anyFacility = fc
  .record({
    region: fc.constantFrom(...regions),
    start: fc.date({ min: new Date('2022-01-01'), max: new Date('2024-06-30'), noInvalidDate: true }),
    steps: fc.array(
      fc.record({ choice: fc.constantFrom(0, 0, 0, 1), days: fc.oneof(fc.nat(3), fc.nat(120)) }),
      {
        maxLength: 14,
      },
    ),
  })
  .map(({ region, start, steps }, index = 0): Facility => {
    let at = start.getTime();
    const day = () => new Date(at).toISOString().slice(0, 10);
    const made = liveFacility({ region, stages: [{ stage: 'planned', date: day(), by: 'test' }] });
    for (const { choice, days } of steps) {
      const open = nextStages(made);
      at += days * 86_400_000;
      const stage = open[Math.min(choice, open.length - 1)] ?? 'planned';
      if (day() <= '2024-12-03') made.stages.push({ stage, date: day(), by: 'test' });
    }
    return { ...made, version: made.stages.length + index };
  });
