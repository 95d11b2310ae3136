import { api } from '#lib/api/api.ts';

/** The commands that may wait on a device for network, by the name of their route; one more is one more line. */
export const routes = {
  'reports.saveDraft': api.reports.saveDraft,
  'reports.submit': api.reports.submit,
  'consignments.receive': api.consignments.receive,
  'consignments.addEvent': api.consignments.addEvent,
  'consignments.register': api.consignments.register,
};
