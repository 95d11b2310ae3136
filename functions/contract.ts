import { aboutRoutes } from './contract/about.ts';
import { accountRoutes } from './contract/accounts.ts';
import { consignmentRoutes } from './contract/consignments.ts';
import { donationRoutes } from './contract/donations.ts';
import { donorRoutes } from './contract/donors.ts';
import { openDataRoutes } from './contract/openData.ts';
import { explainRoutes } from './contract/explain.ts';
import { facilityRoutes } from './contract/facilities.ts';
import { iatiRoutes } from './contract/iati.ts';
import { mapRoutes } from './contract/map.ts';
import { personRoutes } from './contract/people.ts';
import { planRoutes } from './contract/plan.ts';
import { progressRoutes } from './contract/progress.ts';
import { reminderRoutes } from './contract/reminders.ts';
import { releaseRoutes } from './contract/releases.ts';
import { reportRoutes } from './contract/reports.ts';
import { solutionRoutes } from './contract/solutions.ts';
import { traceRoutes } from './contract/trace.ts';
import { trainingRoutes } from './contract/training.ts';
import { warehouseRoutes } from './contract/warehouses.ts';

/** Every route of the API; the first level is the Lambda function that serves it. */
export const contract = {
  about: aboutRoutes,
  accounts: accountRoutes,
  people: personRoutes,
  plan: planRoutes,
  progress: progressRoutes,
  explain: explainRoutes,
  facilities: facilityRoutes,
  map: mapRoutes,
  donors: donorRoutes,
  donations: donationRoutes,
  consignments: consignmentRoutes,
  trace: traceRoutes,
  training: trainingRoutes,
  iati: iatiRoutes,
  warehouses: warehouseRoutes,
  solutions: solutionRoutes,
  reports: reportRoutes,
  reminders: reminderRoutes,
  releases: releaseRoutes,
  openData: openDataRoutes,
};
