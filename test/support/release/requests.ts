import type { Caller } from '../../../functions/domain/caller.ts';
import { command, donor, manager } from '../country.ts';

const release = command(0, { month: '2024-11' });

/** A release from its making on, and what is made of it. */
export const releaseLife: Record<string, [Caller | undefined, path: string, body?: object][]> = {
  'releases.make': [
    [manager, '/releases', release],
    [manager, '/releases', release],
  ],
  'releases.list': [[donor, '/releases']],
  'releases.get': [[manager, '/releases/{releaseId}']],
  'releases.now': [[manager, '/releases/{releaseId}/now']],
  'releases.changed': [[manager, '/releases/{releaseId}/changed/teleconsultations?row=UA-46&month=2024-11']],
  'releases.open': [[manager, '/releases/{releaseId}/open']],
  'releases.ofDonor': [[manager, '/releases/{releaseId}/donors/donor-1']],
  'openData.releases': [[undefined, '/public/releases']],
  'openData.release': [[undefined, '/public/releases/{releaseId}']],
  'openData.figures': [[undefined, '/public/releases/{releaseId}/figures.csv']],
  'openData.dataPackage': [[undefined, '/public/releases/{releaseId}/datapackage.json']],
  // What is told outside is a release.
  'iati.recipient': [[manager, '/iati/recipient']],
  'iati.donor': [[donor, '/iati/donors/donor-1']],
  'releases.history': [[manager, '/releases/{releaseId}/history']],
};
