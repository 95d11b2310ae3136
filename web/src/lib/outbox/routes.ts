import { consignmentsApi } from 'virtual:api/consignments';
import { reportsApi } from 'virtual:api/reports';
import { trainingApi } from 'virtual:api/training';

/** The commands that may wait on a device for network, by the name of their route; one more is one more line. */
export const routes = {
  'reports.saveDraft': reportsApi.saveDraft,
  'reports.submit': reportsApi.submit,
  'consignments.receive': consignmentsApi.receive,
  'consignments.addEvent': consignmentsApi.addEvent,
  'consignments.register': consignmentsApi.register,
  'training.register': trainingApi.register,
  'training.tellLine': trainingApi.tellLine,
};
