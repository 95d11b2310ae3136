import { expect, test } from 'vitest';
import { firstVisit, firstVisitWithCharts } from './firstVisit.ts';

const kilobyte = 1024;

test("a head's first visit of the month's form fetches at most 60 KB of JavaScript", () => {
  expect(firstVisit('/(in)/my-facility/[month]')).toBeLessThanOrEqual(60 * kilobyte);
});

test("a head's first visit of the facility's own page, which brings the form along, fetches at most 70 KB", () => {
  expect(firstVisit('/(in)/my-facility')).toBeLessThanOrEqual(70 * kilobyte);
});

test("a manager's first visit of the overview fetches at most 130 KB, charts included", () => {
  expect(firstVisitWithCharts('/(in)/overview')).toBeLessThanOrEqual(130 * kilobyte);
});
