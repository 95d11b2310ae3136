import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { Tracer } from '@aws-lambda-powertools/tracer';
import { dayAt, type Day, type Instant } from '../../domain/calendar.ts';
import { packFor } from '../../packs/index.ts';
import { Database } from '../../store/database.ts';

// Everything a function knows of the world outside: built once per process, handed in where it is needed.

export const logger = new Logger();
export const metrics = new Metrics({ namespace: 'TelemedicineRollout' });
const tracer = new Tracer();

export const pack = packFor(process.env['COUNTRY'] ?? '');
export const database = new Database(process.env, (client) => tracer.captureAWSv3Client(client));

/** The moment of a request: the instant, and the day in the country. TODAY moves both to the day of a sample. */
export function moment(): { today: Day; at: Instant } {
  const real = new Date().toISOString();
  const moved = process.env['TODAY'];
  const at = moved ? `${moved}${real.slice(10)}` : real;
  return { today: moved ?? dayAt(at, pack.timeZone), at };
}
