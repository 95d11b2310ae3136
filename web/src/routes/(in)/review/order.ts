import { dayAt, type Day } from '#functions/domain/calendar.ts';
import type { Finding } from '#functions/domain/report/finding.ts';
import type { MonthlyReport } from '#functions/domain/report/monthlyReport.ts';

/** How many times a report's furthest figure is away from its usual; 0 where nothing was found. */
function furthest(findings: Finding[]): number {
  return Math.max(0, ...findings.map(distanceOf));
}

function distanceOf(finding: Finding): number {
  const times = (large: number, small: number) => large / Math.max(1, small);
  if (finding.kind === 'high') return times(finding.value, finding.high);
  if (finding.kind === 'low') return times(finding.low, finding.value);
  if (finding.kind !== 'jump') return 1;
  return Math.max(times(finding.value, finding.before), times(finding.before, finding.value));
}

/** What has to be looked at first, furthest from its usual on top; then what is clear, in the order it came. */
export function triaged<R extends { findings: Finding[]; isClear: boolean }>(rows: R[]): R[] {
  const weight = ({ isClear, findings }: R) => (isClear ? -1 : furthest(findings));
  return rows.toSorted((a, b) => weight(b) - weight(a));
}

interface Row {
  report: MonthlyReport;
}

/** The name of a report in an address. */
export function keyOf({ facilityId, month }: Pick<MonthlyReport, 'facilityId' | 'month'>): string {
  return `${facilityId}/${month}`;
}

/** The day a report was handed in, the last time if it came back, in the country's time zone. */
export function waitsSince({ submittedAt, submittedOn = '' }: MonthlyReport, timeZone: string): Day {
  return submittedAt ? dayAt(submittedAt, timeZone) : submittedOn;
}

/** The row to go on with when one is dealt with: the one after it, or else the first of the others. */
export function nextAfter<R extends Row>(rows: R[], done: MonthlyReport): R | undefined {
  const at = rows.findIndex(({ report }) => keyOf(report) === keyOf(done));
  return rows[at + 1] ?? rows.find((_, index) => index !== at);
}

/** The queue's address with a report on the desk, or with none. */
export function addressOf(query: { get: (name: string) => string | null }, open?: MonthlyReport): string {
  const region = query.get('region');
  const pairs = { ...(region && { region }), ...(open && { open: keyOf(open) }) };
  // The slash may stay as it is, and reads better in an address.
  const text = new URLSearchParams(pairs).toString().replace('%2F', '/');
  return `?${text}`;
}
