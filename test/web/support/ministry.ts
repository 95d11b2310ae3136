import { vi } from 'vitest';
import type { MonthlyReport } from '../../../functions/domain/report/monthlyReport.ts';

type Line = 'good' | 'none' | 'breaks in the answer' | 'in trouble';

interface Command {
  basedOn: number;
  idempotencyKey: string;
  figures: MonthlyReport['figures'];
  note?: string;
}

/** The reports of one facility behind a line that can be as bad as it is in the country. */
export class Ministry {
  reports: MonthlyReport[] = [];
  line: Line = 'good';
  /** Every command that reached it. */
  readonly got: (Command & { route: string; month: string })[] = [];
  /** Runs while the next command is on its way. */
  meanwhile: (() => void | Promise<void>) | undefined;
  readonly #answers = new Map<string, Response>();

  constructor() {
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => this.#answer(url, init));
  }

  begin(): void {
    this.line = 'good';
    this.got.length = 0;
    this.reports = [];
    this.meanwhile = undefined;
    this.#answers.clear();
  }

  report(month = '2024-11'): MonthlyReport | undefined {
    return this.reports.find((report) => report.month === month);
  }

  /** Somebody else writes a report. */
  write(part: Partial<MonthlyReport>, month = '2024-11'): MonthlyReport {
    const before = this.report(month) ?? none(month);
    const report = { ...before, ...part, version: before.version + 1 };
    this.reports = [...this.reports.filter((one) => one.month !== month), report];
    return report;
  }

  async #answer(url: string, { body }: RequestInit): Promise<Response> {
    if (this.line === 'none') throw new TypeError('fetch failed');
    if (this.line === 'in trouble') return problem(503, 'internal');
    const answer = typeof body === 'string' ? this.#command(url, body) : this.#read(url);
    const { meanwhile } = this;
    this.meanwhile = undefined;
    await meanwhile?.();
    return this.line === 'breaks in the answer' ? broken(await answer.text()) : answer.clone();
  }

  #read(url: string): Response {
    return Response.json(url.endsWith('/reports') ? { reports: this.reports } : { facilityId: 'UA-0001' });
  }

  #command(url: string, text: string): Response {
    const command: Command = JSON.parse(text);
    const [, month = '', route = ''] = /reports\/([\d-]+)\/?(\w*)$/.exec(url) ?? [];
    this.got.push({ ...command, route, month });
    const answer = this.#answers.get(command.idempotencyKey) ?? this.#decide(command, month, route);
    this.#answers.set(command.idempotencyKey, answer.clone());
    return answer;
  }

  #decide({ basedOn, figures, note }: Command, month: string, route: string): Response {
    const current = this.report(month);
    if (basedOn !== (current?.version ?? 0)) return problem(409, 'stale', current);
    if (current?.status === 'submitted') return problem(409, 'wrongState');
    const status = route === 'submission' ? 'submitted' : 'draft';
    return Response.json(this.write({ figures, note, status }, month));
  }
}

function none(month: string): MonthlyReport {
  return {
    facilityId: 'UA-0001',
    month,
    region: 'UA-46',
    version: 0,
    revision: 1,
    status: 'draft',
    figures: {},
  };
}

function problem(status: number, code: string, current?: MonthlyReport): Response {
  return Response.json({ status, code, detail: code, ...(current && { current }) }, { status });
}

/** An answer whose second half never comes. */
function broken(text: string): Response {
  const half = new TextEncoder().encode(text.slice(0, text.length / 2));
  let isBegun = false;
  return new Response(
    new ReadableStream({
      pull(controller) {
        if (isBegun) return controller.error(new TypeError('network error'));
        isBegun = true;
        controller.enqueue(half);
      },
    }),
  );
}
