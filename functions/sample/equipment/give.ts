import type { CountryPack } from '../../domain/countryPack.ts';
import { registerDonor, type DonorProfile } from '../../domain/equipment/donor.ts';
import { overrideReadiness } from '../../domain/equipment/readyToShip.ts';
import { registerDonation } from '../../domain/equipment/agreement.ts';
import { planUnits } from '../../domain/equipment/planUnits.ts';
import { ensure } from '../../domain/refusal.ts';
import type { Database } from '../../store/database.ts';
import { changeDonation } from '../../store/equipment/changeDonation.ts';
import { changeDonor } from '../../store/equipment/donors.ts';
import { planConsignment } from '../../store/equipment/planConsignment.ts';
import type { Story } from '../story.ts';
import type { Pledge } from './agreements.ts';
import type { Gift } from './gifts.ts';

const authorise = () => undefined;
const registering = { action: 'register', basedOn: 0 } as const;

/** Registers a donor in the manager's name. */
export async function introduce(
  database: Database,
  pack: CountryPack,
  donorId: string,
  profile: DonorProfile,
  { manager: by, entered }: Story,
): Promise<void> {
  const idempotencyKey = 'sample-donor-v1';
  const command = {
    ...registering,
    by,
    content: { donorId, profile },
    at: `${entered.donors}T08:00:00Z`,
    idempotencyKey,
  };
  const decide = () => registerDonor(donorId, profile, pack);
  await changeDonor(database, pack, donorId, command, { authorise, decide });
}

/** Enters a donation as it was agreed. */
export async function pledge(
  database: Database,
  pack: CountryPack,
  { donationId, donorId, agreement, override }: Pledge,
  { manager: by }: Pick<Story, 'manager'>,
): Promise<void> {
  const today = agreement.agreedOn ?? agreement.pledgedOn;
  const content = { donationId, donorId, agreement };
  const idempotencyKey = 'sample-donation-v1';
  const command = { ...registering, by, content, at: `${today}T08:00:00Z`, idempotencyKey };
  await changeDonation(database, pack, donationId, command, {
    authorise,
    names: { donorId, solutionIds: agreement.lines.flatMap(({ solutionId }) => solutionId ?? []) },
    decide: ({ solutions }) =>
      registerDonation({ donationId, donorId }, agreement, { pack, today, solutions }),
  });
  if (!override) return;
  const allowing = {
    action: 'overrideReadiness' as const,
    content: { reason: override },
    by,
    at: `${today}T08:20:00Z`,
    basedOn: 0,
    idempotencyKey: 'sample-override',
  };
  await changeDonation(database, pack, donationId, allowing, {
    authorise,
    guards: 'state',
    decide: ({ donation }) => {
      ensure(donation, 'notFound', 'There is no such donation.');
      return overrideReadiness(donation, { reason: override, by, on: today });
    },
  });
}

/** Plans a donation's units one after another, so that consignments get the same numbers each time. */
export async function planGift(
  database: Database,
  pack: CountryPack,
  { pledge, plans }: Gift,
  { manager: by }: Pick<Story, 'manager'>,
): Promise<void> {
  const { donationId } = pledge;
  for (const [index, { at, ...row }] of plans.entries()) {
    const idempotencyKey = `sample-plan-${donationId}-${index + 1}`;
    const content = { donationId, ...row };
    const command = { action: 'plan' as const, content, by, at, basedOn: 0, idempotencyKey };
    await planConsignment(database, pack, command, {
      donationId,
      lineId: row.lineId,
      placeId: row.placeId,
      authorise,
      decide: ({ donation: known, solution, places }) => {
        ensure(known, 'notFound', 'There is no such donation.');
        return planUnits(known, row, solution, { by, at, today: row.date, places });
      },
    });
  }
}
