import { parseArgs } from 'node:util';
import { measureBundles } from './bundles.ts';
import { measureDisclosure } from './disclosure.ts';
import { measureEquipment } from './equipment.ts';
import { measureHttp } from './http.ts';
import { measureImport } from './import.ts';
import { measureMap } from './map.ts';
import { measureOperations } from './operations.ts';
import { measureQuestions } from './questions.ts';
import { measureTenYears } from './tenYears.ts';
import { measureWeb } from './web.ts';

// Everything the README and the design claim of speed and size, measured on this machine. `npm run bench -- web` is of
// visits in a browser, `-- map` of maps, `-- disclosure` of what releases leave out; `-- --minutes 5` also writes for so long and tells what memory that took.
const { values, positionals } = parseArgs({
  options: { minutes: { type: 'string', default: '0' } },
  allowPositionals: true,
});
if (positionals.includes('web')) await measureWeb();
else if (positionals.includes('map')) await measureMap();
else if (positionals.includes('disclosure')) await measureDisclosure();
else {
  await measureBundles();
  for (const facilities of [328, 10_000]) await measureOperations(facilities);
  await measureEquipment();
  await measureQuestions();
  await measureImport(10_000);
  await measureTenYears();
  await measureHttp(Number(values.minutes));
}
