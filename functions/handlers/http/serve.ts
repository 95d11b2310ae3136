import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { StandardOpenAPIHandler } from '@orpc/openapi/standard';
import { ORPCError, type AnyRouter } from '@orpc/server';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { apiPrefix } from '../../contract/route.ts';
import { Refusal } from '../../domain/refusal.ts';
import { callOf } from './call.ts';
import { bodyOf, requestFrom, resultFrom, type RouterResponse } from './event.ts';
import { internalProblem, problemOf, refusalIn, type Problem } from './problem.ts';
import { logger, metrics } from './runtime.ts';

/** No report comes near this; it bounds what is parsed. */
const largestBody = 64 * 1024;

type LambdaHandler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** What belongs to whoever asked is asked for anew each time. */
const ownAnswers = 'private, no-cache';
const problemHeaders = { 'content-type': 'application/problem+json', 'cache-control': ownAnswers };

/**
 * A Lambda handler for one part of the contract: parse, call, answer, and turn whatever goes wrong into a problem document.
 * `cacheControl` is for answers that are the same for everybody.
 */
export function serve(router: AnyRouter, { cacheControl = ownAnswers } = {}): LambdaHandler {
  const handler = new StandardOpenAPIHandler(router, {
    clientInterceptors: [
      (options) =>
        options.next().catch((error: unknown) => Promise.reject(new RouterError(outcomeOf(error)))),
    ],
    // What the router itself cannot read does not come to the interceptor.
    customErrorResponseBodyEncoder: (error) =>
      error instanceof RouterError ? error.problem : outcomeOf(error),
  });
  return async (event, context) => {
    logger.addContext(context);
    try {
      const { response } = await handler.handle(requestFrom(event, readBody(event)), {
        prefix: apiPrefix,
        context: callOf(event),
      });
      return response ? result(response, cacheControl) : problemResult(problemOf(noRoute));
    } catch (error) {
      return problemResult(outcomeOf(error));
    } finally {
      if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
    }
  };
}

const noRoute = new Refusal('notFound', 'There is no such address.');

/** The body; refuses one that is not the JSON it must be. */
function readBody(event: APIGatewayProxyEventV2): unknown {
  // Whatever else comes with a question is not read.
  if (event.requestContext.http.method === 'GET') return undefined;
  const body = bodyOf(event);
  if (Buffer.byteLength(body) > largestBody) throw new Refusal('tooLarge', 'The request is too large.');
  if (!body) return undefined;
  const isJson = /^application\/json\s*(;|$)/i.test(event.headers['content-type'] ?? '');
  if (!isJson) throw new Refusal('malformed', 'The request must be JSON.');
  return parsedStrictly(body);
}

/** A field of this name would become the parsed object's prototype further on, and vanish. */
const prototypeField = '__proto__';

function parsedStrictly(body: string): unknown {
  let isPrototypeNamed = false;
  const look = (name: string, value: unknown) => {
    isPrototypeNamed ||= name === prototypeField;
    return value;
  };
  // Names are looked at one by one only where the field may be, also as escaped letters: it takes its time.
  const parsed = parsedAs(body, /__|\\u/.test(body) ? look : undefined);
  if (isPrototypeNamed)
    throw new Refusal('unknownField', `There is no field "${prototypeField}".`, { field: prototypeField });
  return parsed;
}

function parsedAs(body: string, look: Parameters<typeof JSON.parse>[1]): unknown {
  try {
    return JSON.parse(body, look);
  } catch (cause) {
    throw Object.assign(new Refusal('malformed', 'The request is not valid JSON.'), { cause });
  }
}

/** A refusal is counted, a bug is logged whole; the caller gets a problem document either way. */
function outcomeOf(error: unknown): Problem {
  const refusal = refusalIn(error);
  metrics.addMetric(refusal ? 'Refusals' : 'Bugs', MetricUnit.Count, 1);
  if (refusal) {
    logger.info('refused', { code: refusal.code, field: refusal.details.field });
    return problemOf(refusal);
  }
  logger.error('bug', error instanceof Error ? error : new Error(String(error)));
  return internalProblem;
}

/** A problem document in the form in which the router lets errors through. */
class RouterError extends ORPCError<string, undefined> {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code, { status: problem.status, message: problem.detail });
    this.problem = problem;
  }
}

function result(response: RouterResponse, cacheControl: string): APIGatewayProxyStructuredResultV2 {
  if (response.status >= 400) return resultFrom(response, problemHeaders);
  const isEmpty = response.body === undefined;
  return resultFrom(response, {
    'cache-control': cacheControl,
    ...(!isEmpty && { 'content-type': 'application/json' }),
  });
}

function problemResult(problem: Problem): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: problem.status,
    headers: problemHeaders,
    body: JSON.stringify(problem),
  };
}
