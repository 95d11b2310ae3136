import { implement } from '@orpc/server';
import { mapRoutes } from '../contract/map.ts';
import { regionCodes } from '../domain/countryPack.ts';
import { pointsOf } from '../domain/facility/facilityPoints.ts';
import { ensureMay, visibleRegions } from '../domain/permissions.ts';
import { facilitiesOnMap } from '../store/facility/facilitiesOnMap.ts';
import type { Call } from './http/call.ts';
import { database } from './http/database.ts';
import { withEtag } from './http/etag.ts';
import { pack } from './http/runtime.ts';
import { serve } from './http/serve.ts';

const os = implement(mapRoutes).$context<Call>();

export const handler = serve(
  os.router({
    points: os.points.handler(async ({ input: { query, headers }, context: { caller, today } }) => {
      ensureMay(caller, 'readFacility');
      const visible = visibleRegions(caller, regionCodes(pack));
      const asked = visible.filter((region) => query.region === undefined || region === query.region);
      const begin = query.page === undefined ? 0 : asked.indexOf(query.page);
      const { facilities, next } = await facilitiesOnMap(database, begin < 0 ? [] : asked.slice(begin));
      const points = pointsOf(facilities, { today, language: query.language });
      return withEtag({ on: today, points, ...(next && { next }) }, headers?.['if-none-match']);
    }),
  }),
);
