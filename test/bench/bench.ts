import { parseArgs } from 'node:util';
import { measureBundles } from './bundles.ts';
import { measureHttp } from './http.ts';
import { measureOperations } from './operations.ts';
import { measureTenYears } from './tenYears.ts';

// Everything the README and the design claim of speed and size, measured on this machine.

await measureBundles();
for (const facilities of [328, 10_000]) await measureOperations(facilities);
await measureTenYears();
// `npm run bench -- --minutes 5` also writes for so long and tells what memory that took.
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '0' } } });
await measureHttp(Number(values.minutes));
