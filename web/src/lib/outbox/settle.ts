import { consignmentAnswered } from '#lib/myEquipment/resolvers.ts';
import { draftAnswered, submissionAnswered } from '#lib/myFacility/resolvers.ts';
import { sessionAnswered } from '#lib/myTraining/resolvers.ts';
import type { EntryOf, Inputs, Records, Route } from './entry.ts';
import { outcomeOf } from './outcome.ts';
import type { Resolver, Settled } from './settled.ts';
import { routes } from './routes.ts';

/** Commands whose answer changes more than the outbox. */
const resolvers: { [R in Route]?: Resolver<R> } = {
  'reports.saveDraft': draftAnswered,
  'reports.submit': submissionAnswered,
  'consignments.receive': consignmentAnswered,
  'consignments.addEvent': consignmentAnswered,
  'consignments.register': consignmentAnswered,
  'training.register': sessionAnswered,
  'training.tellLine': sessionAnswered,
};

const senders: { [R in Route]: (input: Inputs[R]) => Promise<{ body: Records[R] }> } = routes;

/** Sends a command and does what its answer asks for; undefined when there was none. */
export async function settle<R extends Route>(entry: EntryOf<R>): Promise<Settled<Records[R]> | undefined> {
  const outcome = await outcomeOf(senders[entry.route](entry));
  if (outcome.kind === 'waiting') return undefined;
  const resolve = resolvers[entry.route];
  return resolve ? resolve(entry, outcome) : { answered: outcome, stays: outcome.kind === 'refused' };
}
