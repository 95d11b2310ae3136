import { band } from '#lib/chart/band.ts';
import { milestones } from '#lib/chart/milestones.ts';

/** Fulfilled once Chart.js draws bands and milestones too; it is fetched as for every chart. */
export const registered = import('#lib/chart/register.ts').then(({ Chart }) =>
  Chart.register(band, milestones),
);
