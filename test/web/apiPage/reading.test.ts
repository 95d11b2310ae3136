import { expect, test } from 'vitest';
import { fieldsOf } from '../../../web/src/routes/api/fields.ts';
import { chaptersOf, isDocument, recordsOf } from '../../../web/src/routes/api/reading.ts';
import { description } from '../../support/described.ts';

const document: unknown = description;

test('the page shows every operation of the description once, and every record', () => {
  if (!isDocument(document)) throw new Error('The page does not take the description.');
  const operations = chaptersOf(document).flatMap((chapter) => chapter.operations);
  const paths: Record<string, object> = description.paths;
  const all = Object.values(paths).flatMap((methods) => Object.keys(methods));

  expect(new Set(operations.map(({ id }) => id)).size).toBe(all.length);
  expect(operations).toHaveLength(all.length);
  expect(recordsOf(document).map(({ name }) => name)).toEqual(
    Object.keys(description.components.schemas).toSorted(),
  );
  expect(operations.find(({ id }) => id === 'reports.return')).toMatchObject({
    method: 'POST',
    isOpen: false,
    parameters: [{ name: 'facilityId', required: true }, { name: 'month' }],
  });
});

test('a field is told by its path and by what it may be', () => {
  const report = {
    type: 'object',
    required: ['rows'],
    properties: {
      rows: {
        type: 'array',
        items: {
          type: 'object',
          required: ['month'],
          properties: { month: { type: 'string', format: 'date' } },
        },
      },
      stage: { enum: ['live', 'planned'] },
      count: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
      figures: { type: 'object', additionalProperties: { type: 'number' } },
      facility: { $ref: '#/components/schemas/Facility' },
    },
  };

  expect(fieldsOf(report).map(({ name, type, required }) => [name, type, required])).toEqual([
    ['rows[].month', 'string date', true],
    ['stage', '"live" | "planned"', false],
    ['count', 'integer 0…', false],
    ['figures', '{ … : number }', false],
    ['facility', 'Facility', false],
  ]);
});
