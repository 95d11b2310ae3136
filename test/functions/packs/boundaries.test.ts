import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { neighbors } from 'topojson-client';
import { expect, test } from 'vitest';
import { regionCodes } from '../../../functions/domain/countryPack.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { Boundaries } from '../../../infra/country/boundaries.ts';
import { boundariesFile } from '../../../infra/packs.ts';

const ukraine = readFileSync(boundariesFile('UA') ?? '');
const { geometries } = Boundaries.parse(JSON.parse(ukraine.toString())).objects.regions;
const at = (code: string) => geometries.findIndex(({ id }) => id === code);

test('each region of the pack has its boundary, Crimea and Sevastopol among them', () => {
  expect(geometries.map(({ id }) => id)).toEqual(regionCodes(packFor('UA')));
});

test('neighbours share the lines between them', () => {
  const beside = neighbors(geometries)[at('UA-43')]?.map((index) => geometries[index]?.id);

  expect(beside).toEqual(['UA-40', 'UA-65']);
});

test('the boundaries reach a phone in 25 KB', () => {
  expect(gzipSync(ukraine).length).toBeLessThanOrEqual(25_000);
});
