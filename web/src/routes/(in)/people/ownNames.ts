import { donorsApi } from 'virtual:api/donors';
import { facilitiesApi } from 'virtual:api/facilities';
import { failureOf } from '#lib/api/errors.ts';
import { named } from '#lib/i18n/format.ts';

/** The name and place of a facility; undefined where there is none with this code. */
export async function facilityName(facilityId: string): Promise<string | undefined> {
  const found = await ifThere(facilitiesApi.get({ params: { facilityId } }));
  return found && `${named(found.body.names)}, ${named(found.body.settlement)}`;
}

/** The name of a donor; undefined where there is none with this code. */
export async function donorName(donorId: string): Promise<string | undefined> {
  const found = await ifThere(donorsApi.get({ params: { donorId } }));
  return found && named(found.body.names);
}

async function ifThere<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (failureOf(error) === 'notFound') return undefined;
    throw error;
  }
}
