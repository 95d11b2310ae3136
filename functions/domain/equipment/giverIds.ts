import * as z from 'zod/mini';
import { donationPattern } from './bounds.ts';

export const DonorId = z.string().check(z.regex(/^[a-z][a-z0-9-]{1,39}$/));
export type DonorId = z.infer<typeof DonorId>;

export const DonationId = z.string().check(z.regex(donationPattern));
export type DonationId = z.infer<typeof DonationId>;
