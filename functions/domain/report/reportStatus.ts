import * as z from 'zod/mini';

/** The life cycle of a monthly report's revision. */
export const ReportStatus = z.enum(['draft', 'submitted', 'returned', 'approved']);
export type ReportStatus = z.infer<typeof ReportStatus>;
