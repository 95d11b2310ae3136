import { implement } from '@orpc/server';
import { explainRoutes } from '../contract/explain.ts';
import type { Scope } from '../domain/contribution.ts';
import { regionCodes } from '../domain/countryPack.ts';
import { explainedBy } from '../domain/explain/explained.ts';
import { openingOf } from '../domain/explain/opening.ts';
import { isInside } from '../domain/locationPolicy.ts';
import { ensureFound, ensureMay, may } from '../domain/permissions.ts';
import { ensure } from '../domain/refusal.ts';
import { recordsOf } from '../store/explain/recordsOf.ts';
import type { Call } from './http/call.ts';
import { database } from './http/database.ts';
import { pack } from './http/runtime.ts';
import { figuresFor } from './http/figuresFor.ts';
import { serve } from './http/serve.ts';

const os = implement(explainRoutes).$context<Call>();

export const handler = serve(
  os.router({
    records: os.records.handler(async ({ input: { params, query }, context: { caller, today } }) => {
      const { row, month, page } = query;
      const scope: Scope = query.scope ?? 'country';
      const explained = explainedBy(params.figure, pack);
      ensure(explained, 'notFound', 'There is no such figure.', { field: 'figure' });
      ensure(
        row === pack.country || regionCodes(pack).includes(row),
        'unknownRegion',
        'There is no such region.',
        {
          field: 'row',
        },
      );
      ensureMay(caller, ...openingOf(explained, { scope, row, country: pack.country }));
      // What those outside are told of the country is a release: its records are nobody's but the ministry's.
      ensureFound(scope !== 'country' || may(caller, 'readFacility') || undefined, 'readProgress');
      const isTold = row === pack.country || (await figuresFor(caller, today).regions()).includes(row);
      if (!isTold) return { body: { records: [], places: [] } };
      const at = { scope, row, month };
      return {
        body: await recordsOf({ database, pack, explained, at, page, tellsPlaces: isInside(caller) }),
      };
    }),
  }),
);
