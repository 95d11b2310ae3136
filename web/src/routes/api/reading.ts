import type { OpenAPI } from '@orpc/openapi';
import { shaped } from '#lib/offline/localStorage.ts';
import { fieldsOf, type FieldView } from './fields.ts';

/** The API's description as a page shows it. */
export interface Chapter {
  name: string;
  description?: string;
  operations: OperationView[];
}

export interface OperationView {
  id: string;
  method: string;
  path: string;
  summary?: string;
  description?: string;
  isOpen: boolean;
  parameters: FieldView[];
  body?: { fields: FieldView[]; example: string };
  answers: AnswerView[];
}

interface AnswerView {
  status: string;
  description: string;
  fields: FieldView[];
  example?: string;
  /** The problems that have this status, each with when it is answered. */
  problems: { code: string; summary: string }[];
}

export interface RecordView {
  name: string;
  description?: string;
  fields: FieldView[];
}

export const isDocument = shaped<OpenAPI.Document>('openapi', 'paths', 'components', 'tags');
const isExample = shaped<{ summary: string }>('summary');

/** The operations by tag, in the document's order. */
export function chaptersOf({ tags = [], paths = {}, components }: OpenAPI.Document): Chapter[] {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    (['get', 'post', 'put'] as const).flatMap((method) => {
      const operation = methods?.[method];
      return operation
        ? [{ tag: operation.tags?.[0], view: viewOf(path, method, operation, components) }]
        : [];
    }),
  );
  return tags.map(({ name, description }) => ({
    name,
    description,
    operations: operations.filter(({ tag }) => tag === name).map(({ view }) => view),
  }));
}

/** The records that answers and problems hold, by name. */
export function recordsOf({ components }: OpenAPI.Document): RecordView[] {
  return Object.entries(components?.schemas ?? {})
    .map(([name, schema]) => ({ name, description: schema.description, fields: fieldsOf(schema) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function viewOf(
  path: string,
  method: string,
  operation: OpenAPI.OperationObject,
  components: OpenAPI.ComponentsObject | undefined,
): OperationView {
  const { operationId = '', summary, description, parameters = [], requestBody, responses = {} } = operation;
  const body = requestBody && 'content' in requestBody ? requestBody.content['application/json'] : undefined;
  return {
    id: operationId,
    method: method.toUpperCase(),
    path,
    summary,
    description,
    isOpen: operation.security?.length === 0,
    parameters: parameters.flatMap((parameter) => ('name' in parameter ? [parameterOf(parameter)] : [])),
    ...(body && { body: { fields: fieldsOf(body.schema ?? {}), example: written(body.example) ?? '' } }),
    answers: Object.entries(responses).flatMap(([status, answer]) =>
      answer && 'description' in answer ? [answerOf(status, answer, components)] : [],
    ),
  };
}

function parameterOf({ name, required = false, schema = {}, example }: OpenAPI.ParameterObject): FieldView {
  const [field] = fieldsOf(schema);
  return {
    name,
    type: field?.type ?? '',
    required,
    example: typeof example === 'string' ? example : undefined,
  };
}

function answerOf(
  status: string,
  { description = '', content = {} }: Partial<OpenAPI.ResponseObject>,
  components: OpenAPI.ComponentsObject | undefined,
): AnswerView {
  const { 'application/json': json, 'application/problem+json': problem } = content;
  const examples: Record<string, unknown> = components?.examples ?? {};
  return {
    status,
    description,
    fields: json?.schema ? fieldsOf(json.schema) : [],
    example: written(json?.example),
    problems: Object.keys(problem?.examples ?? {}).map((code) => {
      const example = examples[code];
      return { code, summary: isExample(example) ? example.summary : '' };
    }),
  };
}

function written(example: unknown): string | undefined {
  return example === undefined ? undefined : JSON.stringify(example, undefined, 2);
}
