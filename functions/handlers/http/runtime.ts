import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { dayAt, type Day, type Instant } from '../../domain/calendar.ts';
import { packFor } from '../../packs/index.ts';

// Everything a function knows of the world outside: built once per process, handed in where it is needed.

export const logger = new Logger();
export const metrics = new Metrics();

export const pack = packFor(process.env['COUNTRY'] ?? '');

/** The moment of a request: the instant, and the day in the country. TODAY moves both to the day of a sample. */
export function moment(): { today: Day; at: Instant } {
  const real = new Date().toISOString();
  const moved = process.env['TODAY'];
  const at = moved ? `${moved}${real.slice(10)}` : real;
  return { today: moved ?? dayAt(at, pack.timeZone), at };
}
