// What forms and lists need to know of sessions without loading their schemas.

/** Who is trained, as far as it is told. Midwives are counted with nurses. */
export const staffRoles = ['doctor', 'nurse', 'paramedic', 'other'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** What is told of those who came, each at most as many as the one before. */
export const attendanceCounts = ['attending', 'newToSolution', 'newToEquipment'] as const;
export type AttendanceCount = (typeof attendanceCounts)[number];

export const trainingModes = ['onSite', 'remote'] as const;
export type TrainingMode = (typeof trainingModes)[number];

export const hostKinds = ['facility', 'region', 'nation'] as const;
export type HostKind = (typeof hostKinds)[number];

/** Of one staff role at one facility. */
export const mostAttending = 500;
export const mostHours = 200;
/** How many facilities a session has in all, and how many one command enters: what it writes fits one transaction. */
export const mostLines = 200;
export const mostLinesAtOnce = 20;
/** How many days apart two tellings of one session may be. */
export const mostDaysApart = 10;
/** How many rows one request brings: with their history and progress they fit a few transactions. */
export const mostTrainingRows = 20;

export const sessionPattern = /^[a-z][a-z0-9-]{7,60}$/;
