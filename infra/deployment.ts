import type { Node } from 'constructs';
import { EmailAddress } from '../functions/domain/account.ts';
import { UserError } from './local/userError.ts';
import { packFile } from './packs.ts';

/** One system: a country's, in one of its stages. Each is a stack of its own, with tables of its own. */
export interface Deployment {
  /** Which copy of the system this is, such as `dev`. */
  readonly stage: string;
  /** ISO 3166-1 code of the country whose pack the system uses. */
  readonly country: string;
  /** The e-mail address from which heads are reminded. */
  readonly sender: string;
}

// Short, since it is part of names for which AWS allows 63 letters in all.
const stageForm = /^[a-z][a-z0-9]{0,11}$/;

/** What `-c stage=… -c country=… -c sender=…` chose; what cannot be deployed is refused with a sentence. */
export function deploymentOf(node: Node): Deployment {
  const stage = String(node.tryGetContext('stage'));
  const country = process.env['COUNTRY'] || String(node.tryGetContext('country'));
  if (!stageForm.test(stage))
    throw new UserError(
      `A stage is named by up to twelve small letters and digits, such as dev, not "${stage}".`,
    );
  packFile(country); // refuses a country without a pack
  const sender = EmailAddress.safeParse(node.tryGetContext('sender'));
  if (!sender.success)
    throw new UserError('Reminders need a sender: an e-mail address, such as -c sender=reports@example.org.');
  return { stage, country, sender: sender.data };
}

/** The stack's name: with the same one, a deployment of another stage or country would change this one's tables. */
export const stackNameOf = ({ stage, country }: Deployment): string =>
  `TelemedicineRollout-${country}-${stage}`;
