import { donor, manager } from '../country.ts';

/** Both files for IATI, asked for once there is a release: what is told outside is one. */
export const iatiLife = {
  'iati.recipient': [[manager, '/iati/recipient']],
  'iati.donor': [[donor, '/iati/donors/donor-1']],
} as const;
