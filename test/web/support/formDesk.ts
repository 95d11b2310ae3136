import { afterEach, beforeEach, vi } from 'vitest';
import type { MonthlyReport } from '../../../functions/domain/report/monthlyReport.ts';
import { draftOf } from '../../../web/src/lib/myFacility/drafts.ts';
import { MonthForm } from '../../../web/src/lib/myFacility/form/monthForm.svelte.ts';
import { isSubmission } from '../../../web/src/lib/myFacility/reportCommands.ts';
import { waiting } from '../../../web/src/lib/outbox/entry.ts';
import { testPack } from '../../support/builders.ts';
import { Ministry } from './ministry.ts';
import { Phone } from './phone.ts';

/** The month that all forms of a test are about. */
export const about = { facilityId: 'UA-0001', month: '2024-11' };
export const indicators = testPack.indicators.filter(({ asked }) => !asked);

/** A head's phone and the ministry before each test, and what opens the month's form on it. */
export function formDesk() {
  const phone = new Phone();
  const ministry = new Ministry();
  const forms: MonthForm[] = [];
  beforeEach(async () => {
    // The database needs the other timers.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await phone.begin();
    ministry.begin();
  });
  afterEach(() => {
    forms.splice(0).forEach((form) => form.stop());
    vi.useRealTimers();
  });
  return {
    phone,
    ministry,
    /** A form as the page opens it now; the page loads again when it is told to. */
    async opened(asked = indicators): Promise<MonthForm> {
      const on = {
        ...about,
        indicators: asked,
        report: ministry.report(),
        reports: [],
        draft: await draftOf(about),
        isWaiting: (await waiting()).some(isSubmission),
        received: (report?: MonthlyReport) => {
          on.report = report ?? ministry.report();
          void form.see();
        },
      };
      const form = new MonthForm(on);
      forms.push(form);
      return form;
    },
  };
}
