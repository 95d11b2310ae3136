import { describe, expect, test } from 'vitest';
import {
  approve,
  correct,
  countedFigures,
  returnReport,
  saveDraft,
  submit,
  withoutDraft,
} from '../../../../functions/domain/report/monthlyReport.ts';
import { Refusal } from '../../../../functions/domain/refusal.ts';
import { figures, liveFacility, reportCase } from '../../../support/builders.ts';

const reviewer = { accountId: 'manager', name: 'Manager' };

function refusal(of: () => unknown): Pick<Refusal, 'code'> & { field: string | undefined } {
  try {
    of();
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, field: error.details.field };
    throw error;
  }
  throw new Error('was not refused');
}

describe('a month on its way', () => {
  test('a draft counts nothing until it is submitted', () => {
    const draft = saveDraft(reportCase(), { figures: { doctorToDoctor: 3 } });

    expect(draft).toMatchObject({ status: 'draft', version: 1, revision: 1, region: 'UA-46' });
    expect(countedFigures(draft)).toBeUndefined();
    expect(countedFigures(submit(reportCase(draft), { figures }))).toEqual(figures);
  });

  test('what is returned names the figure and the reason, and does not count', () => {
    const submitted = submit(reportCase(), { figures });

    const returned = returnReport(
      reportCase(submitted),
      'figures.doctorToDoctor',
      'Twice the usual, please check',
      reviewer,
    );

    expect(returned.returned).toMatchObject({
      field: 'figures.doctorToDoctor',
      reason: 'Twice the usual, please check',
    });
    expect(countedFigures(returned)).toBeUndefined();
  });

  test('a draft of a returned month keeps the reason in sight, and submitting it clears it', () => {
    const returned = returnReport(
      reportCase(submit(reportCase(), { figures })),
      'figures.resolved',
      'Please check',
      reviewer,
    );

    const mended = saveDraft(reportCase(returned), { figures });
    const again = submit(reportCase(mended), { figures });

    expect(mended).toMatchObject({ status: 'returned', returned: { field: 'figures.resolved' } });
    expect(again).toMatchObject({ status: 'submitted', version: 4 });
    expect(again.returned).toBeUndefined();
  });

  test('a correction is a new revision; the approved figures count until it is submitted', () => {
    const approved = approve(reportCase(submit(reportCase(), { figures })));

    const opened = correct(reportCase(approved), 'Two were counted twice');
    const corrected = submit(reportCase(opened), { figures: { ...figures, doctorToDoctor: 1, resolved: 1 } });

    expect(opened).toMatchObject({ status: 'draft', revision: 2, correction: 'Two were counted twice' });
    expect(countedFigures(opened)).toEqual(figures);
    expect(countedFigures(corrected)).toMatchObject({ doctorToDoctor: 1 });
    expect(corrected.approved).toEqual(figures);
  });

  test('on time is decided by the first submission, to the end of the due day', () => {
    const onTheDay = submit(reportCase(undefined, { today: '2024-12-10' }), { figures });
    const dayAfter = submit(reportCase(undefined, { today: '2024-12-11' }), { figures });
    const returned = returnReport(reportCase(onTheDay), 'figures.resolved', 'Please check', reviewer);
    const muchLater = submit(reportCase(returned, { today: '2025-02-01' }), { figures });

    expect([onTheDay.onTime, dayAfter.onTime, muchLater.onTime]).toEqual([true, false, true]);
    expect(muchLater.submittedOn).toBe('2024-12-10');
  });

  test('others see that there is a draft, not what is in it', () => {
    const draft = saveDraft(reportCase(), { figures, note: 'not yet sure' });

    expect(withoutDraft(draft)).toMatchObject({ status: 'draft', figures: {} });
    expect(withoutDraft(draft).note).toBeUndefined();
  });
});

describe('what is refused', () => {
  const submitted = submit(reportCase(), { figures });
  const approved = approve(reportCase(submitted));

  test.each([
    ['a negative figure', { doctorToDoctor: -1 }, 'tooLow', 'figures.doctorToDoctor'],
    ['half a consultation', { doctorToDoctor: 1.5 }, 'notAWholeNumber', 'figures.doctorToDoctor'],
    ['a huge figure', { doctorToDoctor: 501 }, 'tooHigh', 'figures.doctorToDoctor'],
    ['31 days without power in November', { daysWithoutPower: 31 }, 'tooHigh', 'figures.daysWithoutPower'],
    ['an unknown indicator', { visits: 1 }, 'unknownIndicator', 'figures.visits'],
    ['more resolved than there were', { resolved: 8 }, 'moreThanItsWhole', 'figures.resolved'],
    ['a zero that was not typed', { doctorToDoctor: undefined }, 'missingFigure', 'figures.doctorToDoctor'],
  ])('%s', (_, change, code, field) => {
    const { doctorToDoctor, ...rest } = { ...figures, ...change };
    const typed = doctorToDoctor === undefined ? rest : { ...rest, doctorToDoctor };

    expect(refusal(() => submit(reportCase(), { figures: typed }))).toEqual({ code, field });
  });

  test.each([
    ['a month that is not over', '2024-12', 'monthNotOver'],
    ['a future month', '2025-03', 'monthNotOver'],
    ['a month before the facility was live', '2023-12', 'notLiveThen'],
  ])('%s', (_, month, code) => {
    expect(refusal(() => submit(reportCase(undefined, { month }), { figures }))).toEqual({
      code,
      field: 'month',
    });
  });

  test('the month a facility paused in can be reported, the next cannot', () => {
    const facility = liveFacility();
    facility.stages.push({ stage: 'suspended', date: '2024-10-05', by: 'test' });

    expect(submit(reportCase(undefined, { facility, month: '2024-10' }), { figures }).status).toBe(
      'submitted',
    );
    expect(refusal(() => submit(reportCase(undefined, { facility }), { figures })).code).toBe('notLiveThen');
  });

  test.each([
    ['saving over what waits for review', () => saveDraft(reportCase(submitted), { figures })],
    ['submitting what is approved', () => submit(reportCase(approved), { figures })],
    ['approving twice', () => approve(reportCase(approved))],
    ['returning what is approved', () => returnReport(reportCase(approved), 'resolved', 'No', reviewer)],
    ['correcting what is not approved', () => correct(reportCase(submitted), 'A reason')],
  ])('%s', (_, command) => {
    expect(refusal(command).code).toBe('wrongState');
  });

  test('returning it for a figure that does not exist', () => {
    expect(refusal(() => returnReport(reportCase(submitted), 'visits', 'Please check', reviewer)).code).toBe(
      'unknownIndicator',
    );
  });
});
