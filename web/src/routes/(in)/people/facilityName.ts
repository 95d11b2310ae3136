import { facilitiesApi } from 'virtual:api/facilities';
import { failureOf } from '#lib/api/errors.ts';
import { named } from '#lib/i18n/format.ts';

/** The name and place of a facility; undefined where there is none with this code. */
export async function facilityName(facilityId: string): Promise<string | undefined> {
  try {
    const { body } = await facilitiesApi.get({ params: { facilityId } });
    return `${named(body.names)}, ${named(body.settlement)}`;
  } catch (error) {
    if (failureOf(error) === 'notFound') return undefined;
    throw error;
  }
}
