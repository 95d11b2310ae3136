import { expect, test } from 'vitest';
import { dayAt } from '../../../functions/domain/calendar.ts';
import { languages } from '../../../functions/domain/names.ts';
import { packFor } from '../../../functions/packs/index.ts';

const ukraine = packFor('UA');
const belarus = packFor('BY');
const shipped = [ukraine, belarus];
const texts = shipped.flatMap((pack) => [
  pack.names,
  ...pack.regions.map(({ names }) => names),
  ...pack.facilityTypes.map(({ names }) => names),
  ...pack.capabilities.map(({ names }) => names),
  ...pack.equipmentTypes.map(({ names }) => names),
  ...pack.indicators.flatMap(({ names, help }) => [names, help]),
]);

test('Ukraine has its 27 regions, Crimea and Sevastopol among them', () => {
  const codes = ukraine.regions.map(({ code }) => code);

  expect(codes).toHaveLength(27);
  expect(codes).toEqual(codes.toSorted());
  expect(codes).toEqual(expect.arrayContaining(['UA-40', 'UA-43', 'UA-30', 'UA-32']));
});

test('Belarus has its seven regions, Minsk the city among them', () => {
  expect(belarus.regions.map(({ code }) => code)).toEqual([
    'BY-BR',
    'BY-HM',
    'BY-HO',
    'BY-HR',
    'BY-MA',
    'BY-MI',
    'BY-VI',
  ]);
});

test('no two regions of a country share a name in any language', () => {
  for (const { regions } of shipped)
    for (const language of languages) {
      const names = regions.map((region) => region.names[language]);
      expect(new Set(names).size).toBe(names.length);
    }
});

test('every text is written in the alphabet of its language', () => {
  for (const { en, uk, be, ru } of texts) {
    expect(en).not.toMatch(/\p{Script=Cyrillic}/u);
    expect(uk).not.toMatch(/[ыэъўё]/i);
    expect(be).not.toMatch(/[иїщъ]/i);
    expect(ru).not.toMatch(/[іїєґў’]/i);
  }
});

test('teleconsultations are the consultations between doctors and those with patients', () => {
  const counting = ukraine.indicators.filter((indicator) => indicator.countsAs === 'teleconsultations');

  expect(counting.map(({ code }) => code)).toEqual([
    'consultationsDoctorToDoctor',
    'consultationsDoctorToPatient',
  ]);
});

test('a figure that is part of another names figures of the same country', () => {
  for (const { indicators } of shipped) {
    const codes = indicators.map(({ code }) => code);
    for (const { atMost = [] } of indicators) expect(codes).toEqual(expect.arrayContaining(atMost));
  }
});

test('the country has a time zone in which days can be told', () => {
  expect(dayAt('2024-12-02T22:30:00Z', ukraine.timeZone)).toBe('2024-12-03');
});

test('an unknown country is refused with a sentence that names those there are', () => {
  expect(() => packFor('XX')).toThrow('There is no pack for "XX"; COUNTRY can be BY or UA.');
});
