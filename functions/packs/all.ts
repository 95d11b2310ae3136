import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Imported as `#packs`: a bundle has the deployed country's pack in its place (infra/bundle.ts).
const folder = import.meta.dirname;
const packs: unknown[] = globSync('*/pack.json', { cwd: folder })
  .sort()
  .map((file): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8')));
export default packs;
