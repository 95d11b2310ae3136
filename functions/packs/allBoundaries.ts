import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';

// Imported as `#boundaries`: a bundle has the deployed country's in its place (infra/bundle.ts).
const folder = import.meta.dirname;
const Pack = z.object({ country: z.string() });
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const boundaries: unknown = Object.fromEntries(
  globSync('*/pack.json', { cwd: folder }).flatMap((name) => {
    const file = join(folder, dirname(name), 'boundaries.json');
    const pack = Pack.safeParse(read(join(folder, name)));
    return pack.success && existsSync(file) ? [[pack.data.country, read(file)]] : [];
  }),
);
export default boundaries;
