import { implement } from '@orpc/server';
import { traceRoutes } from '../contract/trace.ts';
import { placesIn } from '../domain/equipment/consignmentRules.ts';
import { inBox } from '../domain/trace/boxes.ts';
import { traceCardOf } from '../domain/trace/traceCard.ts';
import { traceCode } from '../domain/trace/traceId.ts';
import { Consignments } from '../store/equipment/consignments.ts';
import { silencesOf } from '../store/equipment/silentList.ts';
import { Traces } from '../store/trace/traces.ts';
import type { Call } from './http/call.ts';
import { database } from './http/database.ts';
import { placesNamed } from './http/placesNamed.ts';
import { pack } from './http/runtime.ts';
import { serve } from './http/serve.ts';

const os = implement(traceRoutes).$context<Call>();
const traces = new Traces(database);
const consignments = new Consignments(database);

/** Whoever revokes a link is told that it may open for this long: the same card for everybody, kept where it is asked for. */
const briefly = 'public, max-age=60';

export const handler = serve(
  os.router({
    card: os.card.handler(async ({ input: { params }, context: { today } }) => {
      const code = traceCode(params.traceId);
      const opened = inBox(await consignments.ofDonation(await traces.opened(code)), code.box);
      const [places, silences] = await Promise.all([
        placesNamed(opened.flatMap(placesIn)),
        silencesOf(database, opened, { today, pack }),
      ]);
      const known = { pack, today, places: new Map(places.map((one) => [one.placeId, one])), silences };
      return { body: traceCardOf(code.box === 0 ? 'donation' : 'consignment', opened, known) };
    }),
  }),
  { cacheControl: briefly },
);
