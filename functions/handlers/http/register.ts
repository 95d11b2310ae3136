import { Refusal, ensure } from '../../domain/refusal.ts';

/** What is registered, as refusals call it, and the field that holds its code. */
interface Coded {
  kind: string;
  field: string;
}

/** The outcome of registering: it is based on nothing, so where it is stale, the code is taken. */
export async function registered<Record>(coded: Coded, registration: Promise<Record>): Promise<Record> {
  try {
    return await registration;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'stale') ensureFree(coded, error.details.current);
    throw error;
  }
}

/** Refuses a code at which there is something already. */
export function ensureFree({ kind, field }: Coded, found: unknown): void {
  ensure(!found, 'alreadyExists', `There is already a ${kind} with this code.`, { field });
}
