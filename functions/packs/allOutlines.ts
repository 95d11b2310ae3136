import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';

// Imported as `#outline`: a bundle has the deployed country's in its place (infra/bundle.ts).
const folder = import.meta.dirname;
const Pack = z.object({ country: z.string() });
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const outlines: unknown = Object.fromEntries(
  globSync('*/pack.json', { cwd: folder }).flatMap((name) => {
    const beside = join(folder, dirname(name));
    const [picture, labels] = [join(beside, 'outline.svg'), join(beside, 'labels.json')];
    const pack = Pack.safeParse(read(join(folder, name)));
    if (!pack.success || !existsSync(picture) || !existsSync(labels)) return [];
    return [[pack.data.country, { svg: readFileSync(picture, 'utf8'), labels: read(labels) }]];
  }),
);
export default outlines;
