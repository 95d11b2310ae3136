import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { iso31661 } from 'iso-3166';
import { format } from 'prettier';
import { packFor } from '../../functions/packs/index.ts';
import { main } from '../local/main.ts';
import { UserError } from '../local/userError.ts';
import { packsFolder } from '../packs.ts';
import { written } from './boundaries.ts';
import { makeCountry } from './makeCountry.ts';
import { countryNames } from './newPack.ts';
import { outlineOf } from './outline.ts';
import { divisionsOf, fetchedSource, ownDivisions } from './source.ts';

const usage =
  'Which country? npm run country -- KE, with its code of ISO 3166-1; --boundaries file.geojson for boundaries of your own.';

/** What was written behind the command. */
function orderIn(args: string[]) {
  const options = { boundaries: { type: 'string' }, accept: { type: 'string', multiple: true } } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [code = '', ...more] = positionals;
    const country = code.toUpperCase();
    if (more.length > 0 || !iso31661.some(({ alpha2 }) => alpha2 === country)) throw new Error(usage);
    return { country, file: values.boundaries, accepted: values.accept ?? [] };
  } catch {
    throw new UserError(usage);
  }
}

const list = (sentences: string[]): string => sentences.map((each) => `  - ${each}`).join('\n');

/** Makes a country's folder with its pack and its boundaries; a pack that is there stays as it is. */
async function make(args: string[]): Promise<void> {
  const { country, file, accepted } = orderIn(args);
  const { en: name } = countryNames(country);
  if (!file) console.log(`Fetching the boundaries of the world …`);
  const divisions = file ? ownDivisions(country, readGiven(file)) : divisionsOf(country, fetchedSource());
  if (divisions.length === 0)
    throw new UserError(
      `${file ?? 'The source'} has no regions of ${name}: give a file of its regions with --boundaries.`,
    );
  const today = new Date().toISOString().slice(0, 10);
  const made = makeCountry({ country, divisions, accepted, like: packFor('UA'), today });
  if ('stoppedAt' in made)
    throw new UserError(
      `The boundaries of ${name} are not the regions of ISO 3166-2:\n${list(made.stoppedAt.map(({ sentence }) => sentence))}\n` +
        `Nothing was made. Ask the ministry or the statistics office for a GeoJSON file of today's regions, and run the command again with --boundaries file.geojson. Where ISO 3166-2 itself is behind, or a region has no boundaries, say so with --accept and its code.`,
    );
  const folder = join(packsFolder, name.toLowerCase().replace(/[^a-z]+/g, '-'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'boundaries.json'), written(made.boundaries));
  // What stands beside a picture may have been moved by hand.
  if (!existsSync(join(folder, 'outline.svg'))) {
    const { svg, labels } = outlineOf(made.boundaries, name);
    writeFileSync(join(folder, 'outline.svg'), svg);
    writeFileSync(join(folder, 'labels.json'), await formatted(labels));
  }
  const packFile = join(folder, 'pack.json');
  const isNew = !existsSync(packFile);
  if (isNew) writeFileSync(packFile, await formatted(made.pack));
  const place = relative(process.cwd(), folder);
  console.log(
    [
      `${name}: ${divisions.length} regions in ${place}.`,
      ...made.notes,
      ...(isNew
        ? [
            `Somebody must still decide, in ${join(place, 'pack.json')}:`,
            list(Object.entries(made.pack.undecided).map(([key, sentence]) => `${key}: ${sentence}`)),
            `Take each out of “undecided” once it is decided; then COUNTRY=${country} SAMPLE=none npm start shows the country.`,
          ]
        : ['Its pack was there before, and is as it was.']),
    ].join('\n'),
  );
}

function readGiven(file: string): string {
  if (!existsSync(file)) throw new UserError(`There is no file ${file}.`);
  return readFileSync(file, 'utf8');
}

const formatted = (content: object): Promise<string> =>
  format(JSON.stringify(content), { parser: 'json', printWidth: 110 });

await main(() => make(process.argv.slice(2)));
