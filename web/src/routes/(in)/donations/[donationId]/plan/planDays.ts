import type { Day } from '#functions/domain/calendar.ts';

/** No equipment was planned before, and nobody answers for it longer, as the domain has it. */
export { firstEquipmentDay as firstPlanDay } from '#functions/domain/equipment/consignmentRules.ts';
export const lastAccountableDay: Day = '2099-12-31';
