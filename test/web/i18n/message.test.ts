import { expect, test } from 'vitest';
import { message } from '../../../web/src/lib/i18n/message.ts';

test('a message has its values filled in, numbers grouped as the reader groups them', () => {
  const says = message(['{name} has {count} consultations']);

  expect(says({ name: 'Lviv', count: 8893 })).toBe('Lviv has 8,893 consultations');
});

test('a message that begins with a value begins with a large letter', () => {
  expect(message(['{month} is due'])({ month: 'листопад' })).toBe('Листопад is due');
});

test('the plural form is chosen by n', () => {
  const says = message([{ one: '{n} day', other: '{n} days' }]);

  expect([says({ n: 1 }), says({ n: 7 })]).toEqual(['1 day', '7 days']);
});
