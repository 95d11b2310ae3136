import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { HistoryLine } from '../domain/history.ts';

/** Where the API lives on the product's one origin. */
export const apiPrefix = '/api/v1';

export type Shape = z.core.$ZodShape;
export type Method = 'GET' | 'POST' | 'PUT';

/** A route that needs a signed-in caller. */
export const signedIn = (method: Method, path: `/${string}`) =>
  oc
    .$meta({ public: false })
    .route({ method, path, inputStructure: 'detailed', outputStructure: 'detailed' });

/** A route that anyone may read. */
export const open = (path: `/${string}`) =>
  signedIn('GET', path)
    .meta({ public: true })
    .route({ spec: (operation) => ({ ...operation, security: [] }) });

// What a request may bring. Fields that are not named are refused, not ignored.
const noQuery = { query: z.optional(z.strictObject({})) };
export const nothing = z.object(noQuery);
export const tag = z.object({
  ...noQuery,
  headers: z.optional(z.object({ 'if-none-match': z.optional(z.string()) })),
});
export const query = <Fields extends Shape>(fields: Fields) => z.object({ query: z.strictObject(fields) });
export const params = <Fields extends Shape>(fields: Fields) =>
  z.object({ ...noQuery, params: z.strictObject(fields) });

// What a route answers.
export const answer = <Body extends z.ZodMiniType>(body: Body) => z.strictObject({ body });
const etag = z.strictObject({ etag: z.string() });
export const tagged = <Body extends z.ZodMiniType>(body: Body) =>
  z.union([
    z.strictObject({ status: z.literal(200), headers: etag, body }),
    z.strictObject({ status: z.literal(304), headers: etag }),
  ]);
export const history = answer(z.strictObject({ lines: z.array(HistoryLine) }));
