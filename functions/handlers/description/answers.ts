import type { OpenAPI } from '@orpc/openapi';
import type { RefusalCode } from '../../domain/refusal.ts';
import { statusOf, type ProblemCode } from '../http/problem.ts';
import { operations, type OperationName } from './operations.ts';
import { gatewayMessages, statusTexts } from './problems.ts';

/** Every answer that an operation can give: what it is there for, each problem by its status, and the gateway's own. */
export function answersOf(
  name: OperationName,
  operation: OpenAPI.OperationObject,
  answer: unknown,
): OpenAPI.ResponsesObject {
  const responses: OpenAPI.ResponsesObject = {};
  for (const [status, response] of Object.entries(operation.responses ?? {})) {
    if (!response || '$ref' in response) continue;
    const json = response.content?.['application/json'];
    if (json) json.example = answer;
    const description = statusTexts[Number(status)] ?? '';
    responses[status] =
      isCsv(response) && json ? { description, content: { 'text/csv': json } } : { ...response, description };
  }
  const codes = Map.groupBy(problemsOf(name, operation), (code) => statusOf[code]);
  const gateway = Object.keys(gatewayMessages).map(Number);
  const own = isOpen(operation) ? gateway.filter((status) => status !== 401) : gateway;
  const asked = operation.requestBody ? own : own.filter((status) => status !== 413);
  for (const status of [...new Set([...codes.keys(), ...asked])].sort())
    responses[status] = {
      description: statusTexts[status] ?? '',
      content: {
        ...problemContent(status, codes.get(status) ?? []),
        ...(asked.includes(status) && gatewayContent(status)),
      },
    };
  return responses;
}

/** Why an operation can fail: what follows from its form, and what is said of it. */
function problemsOf(name: OperationName, operation: OpenAPI.OperationObject): ProblemCode[] {
  const own: RefusalCode[] = operations[name].refusals ?? [];
  const parameters = (operation.parameters ?? []).filter((one) => 'in' in one && one.in !== 'header');
  return [
    'unknownField',
    'internal',
    ...(operation.requestBody ? (['malformed', 'tooLarge'] as const) : []),
    ...(operation.requestBody || parameters.length > 0 ? (['invalid'] as const) : []),
    ...(isOpen(operation) ? [] : (['forbidden'] as const)),
    ...(isCommand(operation) ? (['stale', 'keyReused', 'busy'] as const) : []),
    ...own,
  ];
}

/** Whether an answer says that it is no JSON. */
const isCsv = ({ headers }: OpenAPI.ResponseObject): boolean => 'content-type' in (headers ?? {});

/** Whether anyone may ask: the contract leaves it without security. */
const isOpen = ({ security }: OpenAPI.OperationObject): boolean => security?.length === 0;

/** Whether it is based on a version, as commands on one record are. */
function isCommand({ requestBody }: OpenAPI.OperationObject): boolean {
  const json = requestBody && 'content' in requestBody && requestBody.content['application/json'];
  const schema = json ? json.schema : undefined;
  return typeof schema === 'object' && 'properties' in schema && 'basedOn' in (schema.properties ?? {});
}

function problemContent(status: number, codes: ProblemCode[]): Record<string, OpenAPI.MediaTypeObject> {
  if (codes.length === 0) return {};
  return {
    'application/problem+json': {
      schema: {
        allOf: [
          { $ref: '#/components/schemas/Problem' },
          { type: 'object', properties: { status: { const: status }, code: { enum: codes } } },
        ],
      },
      examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
    },
  };
}

function gatewayContent(status: number): Record<string, OpenAPI.MediaTypeObject> {
  return {
    'application/json': {
      schema: { $ref: '#/components/schemas/GatewayMessage' },
      example: { message: gatewayMessages[status] },
    },
  };
}
