import { addDays, addMonths, type Day, type Month } from '../domain/calendar.ts';
import { figurePath, type Figures } from '../domain/report/indicator.ts';
import { workdayFrom } from './days.ts';
import { whyIdle } from './idle.ts';
import { lastMonth, sampleToday } from './publishedFigures.ts';
import type { ReportOutcome } from './reportOutcomes.ts';
import { mistakeOf, mistyped, noteOn, reportRandom, type Mistake } from './mistakes.ts';
import type { DueReport } from './dueReports.ts';
import { headOf, reviewerOf } from './people.ts';
import type { Random } from './random.ts';
import type { ReportEvent } from './timeline.ts';

type Action = ReportEvent['action'];

/** The commands that lead to a outcome. */
const journeys: Record<ReportOutcome, readonly Action[]> = {
  missing: [],
  draft: ['saveDraft'],
  returned: ['submit', 'return'],
  surprising: ['submit'],
  waiting: ['submit'],
  late: ['submit', 'approve'],
  mended: ['submit', 'return', 'submit', 'approve'],
  amended: ['submit', 'approve', 'correct', 'submit'],
  reopened: ['submit', 'approve', 'correct'],
  corrected: ['submit', 'approve', 'correct', 'submit', 'approve'],
  approved: ['submit', 'approve'],
};

/** Days from one command to the next, at least and at most. */
const gaps: Record<Action, [number, number]> = {
  saveDraft: [1, 3],
  submit: [1, 3],
  return: [1, 4],
  approve: [1, 5],
  correct: [8, 15],
};

/** What happened to one monthly report, in order. */
export function reportEvents(dueReports: DueReport): ReportEvent[] {
  const { profile, month, outcome } = dueReports;
  const random = reportRandom(profile, month);
  const mistake = mistakeOf(outcome === 'returned' || outcome === 'mended' ? 'seen' : 'noticed', random);
  const actions = journeys[outcome];
  let day = firstDay(outcome, month, random);
  return actions.map((action, index) => {
    if (index > 0) day = nextDay(day, action, month, random);
    const isLastWord = outcome !== 'returned' && !actions.slice(index + 1).includes('submit');
    const figures = isLastWord ? dueReports.figures : mistyped(dueReports.figures, mistake);
    const at = `${day}T${String(6 + 2 * index).padStart(2, '0')}:${String(random.between(10, 59))}:00Z`;
    return { month, at, ...commandOf(action, dueReports, figures, mistake, random) };
  });
}

function commandOf(
  action: Action,
  { profile, month }: DueReport,
  figures: Figures,
  { field, reason }: Mistake,
  random: Random,
) {
  const head = headOf(profile);
  const reviewer = reviewerOf(profile);
  switch (action) {
    case 'saveDraft':
      return { action, by: head, body: { figures: begun(figures, random) } };
    case 'submit': {
      const usual = noteOn(figures, random);
      return { action, by: head, body: { figures, note: whyIdle(profile, month, figures) ?? usual } };
    }
    case 'correct':
      return { action, by: head, reason };
    case 'return':
      return { action, by: reviewer, field: figurePath(field), reason };
    case 'approve':
      return { action, by: reviewer };
  }
}

/** The first of the figures: a head types from the top. */
function begun(figures: Figures, random: Random): Figures {
  return Object.fromEntries(Object.entries(figures).slice(0, random.between(2, 8)));
}

/** The day the report was first handed in or begun; the current month's are at most three days old. */
function firstDay(outcome: ReportOutcome, month: Month, random: Random): Day {
  const after = `${addMonths(month, 1)}-01`;
  const isLate = outcome === 'late' || (outcome === 'waiting' && month !== lastMonth);
  if (isLate) return addDays(after, random.between(11, 23));
  if (month !== lastMonth) return addDays(after, random.between(1, 8));
  return addDays(after, random.between(0, outcome === 'waiting' || outcome === 'draft' ? 2 : 1));
}

function nextDay(day: Day, action: Action, month: Month, random: Random): Day {
  const gap = month === lastMonth ? random.between(0, 1) : random.between(...gaps[action]);
  const next = workdayFrom(addDays(day, gap));
  return next < sampleToday ? next : sampleToday;
}
