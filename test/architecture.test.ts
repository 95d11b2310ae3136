import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const sources = globSync('{functions,web/src,infra}/**/*.{ts,svelte}', {
  cwd: root,
  exclude: (path) => /node_modules|\.svelte-kit/.test(path),
});

/** The part of the system a file belongs to. */
function partOf(file: string): string {
  const [top, second] = file.split('/');
  if (top !== 'functions') return top ?? '';
  return second === 'contract.ts' ? 'contract' : (second ?? '');
}

/** Which parts a part may import. `web` and `infra` know the system by its contract. */
const allowed: Record<string, string[]> = {
  domain: [],
  packs: ['domain'],
  contract: ['domain'],
  store: ['domain'],
  publication: ['domain'],
  handlers: ['domain', 'contract', 'store', 'packs', 'publication', 'rebuild'],
  sample: ['domain', 'store', 'packs'],
  rebuild: ['domain', 'store', 'packs'],
  'rebuild.ts': ['domain', 'store', 'packs', 'rebuild'],
  web: ['domain', 'contract'],
  infra: [
    'domain',
    'contract',
    'packs',
    'store/tables.ts',
    'store/people/accounts.ts',
    'store/database.ts',
    'sample/publishedFigures.ts',
    'publication/notFound.ts',
    'publication/paths.ts',
    'publication/style.ts',
  ],
};

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap(([, name = '']) => {
    if (name.startsWith('.')) return [relative(root, join(root, dirname(file), name))];
    if (name.startsWith('#functions/')) return [name.replace('#functions/', 'functions/')];
    return [];
  });
}

test('there is something to check', () => {
  expect(sources.length).toBeGreaterThan(60);
});

test('imports go one way: domain ← contract ← handlers, web, infra; domain ← store ← handlers', () => {
  const wrong = sources.flatMap((file) => {
    const part = partOf(file);
    return importsOf(file)
      .filter((target) => partOf(target) !== part)
      .filter(
        (target) =>
          !(allowed[part] ?? []).some((name) => name === partOf(target) || target === `functions/${name}`),
      )
      .map((target) => `${file} imports ${target}`);
  });

  expect(wrong).toEqual([]);
});

test('only the store and the local engine know the AWS SDK', () => {
  const knowing = sources.filter((file) => /from '@aws-sdk\//.test(readFileSync(join(root, file), 'utf8')));

  expect(knowing.filter((file) => !file.startsWith('functions/store/'))).toEqual([
    'infra/local/engine/dynamo.ts',
    'infra/local/engine/expiry.ts',
  ]);
});

test('domain has no clock, no chance and no network', () => {
  const impure = /\bnew Date\(\)|Date\.now|Math\.random|fetch\(|process\.|node:/;
  const domain = sources.filter((file) => file.startsWith('functions/domain/'));

  expect(domain.filter((file) => impure.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

test('only maintenance scans a table', () => {
  const scanning = sources.filter((file) => /\.scan\(/.test(readFileSync(join(root, file), 'utf8')));

  expect(scanning.filter((file) => !file.startsWith('functions/rebuild/'))).toEqual([
    'functions/store/people/accounts.ts',
  ]);
});

test('what figures a reader may have is said in one place: no other handler reads sums', () => {
  const handlersWith = (imported: string) =>
    sources.filter((file) => file.startsWith('functions/handlers/') && importsOf(file).includes(imported));

  expect(handlersWith('functions/store/progress.ts')).toEqual(['functions/handlers/http/figuresNow.ts']);
  // As they stand now they are for what a release is made of, and for what became of donations.
  expect(handlersWith('functions/handlers/http/figuresNow.ts').toSorted()).toEqual([
    'functions/handlers/donations.ts',
    'functions/handlers/http/figuresFor.ts',
    'functions/handlers/releases.ts',
  ]);
});

test('no room holds more than thirty loose files', () => {
  const files = Object.groupBy(
    globSync('{functions,web,infra,test}/**/*.*', {
      cwd: root,
      exclude: (path) => /node_modules|\.svelte-kit|web\/build/.test(path),
    }),
    (file) => dirname(file),
  );
  const crowded = Object.entries(files).filter(([, loose = []]) => loose.length > 30);

  expect(crowded.map(([room]) => room)).toEqual([]);
});
