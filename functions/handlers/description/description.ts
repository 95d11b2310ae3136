import { OpenAPIGenerator, type OpenAPI } from '@orpc/openapi';
import { contract } from '../../contract.ts';
import { apiPrefix } from '../../contract/route.ts';
import type { CountryPack } from '../../domain/countryPack.ts';
import { figurePath } from '../../domain/report/indicator.ts';
import { stages } from '../../domain/facility/facility.ts';
import { converterFor, answered } from './schemas.ts';
import { examplesOf } from './examples.ts';
import { story } from './story.ts';
import { operations, tags, type OperationName } from './operations.ts';
import { gatewaySchema, problemExamples, problemSchema } from './problems.ts';
import { exampleTraceId } from './traceExamples.ts';
import { answersOf } from './answers.ts';

/** The API of a country as an OpenAPI document, made from the schemas that validate its requests and answers. */
export async function descriptionOf(pack: CountryPack): Promise<OpenAPI.Document> {
  const told = story(pack);
  const generator = new OpenAPIGenerator({ schemaConverters: [converterFor(pack)] });
  const document = await generator.generate(contract, {
    info: {
      title: 'Telemedicine Rollout',
      version: '1.0.0',
      description: `What is recorded and shown of a country's telemedicine rollout: ${pack.names.en}.`,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: apiPrefix }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    security: [{ bearer: [] }],
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'An access token, got by signing in (OpenID Connect, authorization code with PKCE).',
        },
      },
      schemas: { Problem: problemSchema, GatewayMessage: gatewaySchema },
      examples: problemExamples(figurePath(told.code), {
        current: told.submitted,
        yours: { figures: told.figures },
      }),
    },
    commonSchemas: Object.fromEntries(
      Object.entries(answered).map(([name, schema]) => [name, { schema, strategy: 'output' }]),
    ),
  });
  const examples = examplesOf(told);
  const parameters = parameterExamples(told);
  for (const path of Object.values(document.paths ?? {}))
    for (const operation of operationsOf(path)) complete(operation, nameOf(operation), examples, parameters);
  return document;
}

function operationsOf(path: OpenAPI.PathItemObject | undefined): OpenAPI.OperationObject[] {
  return [path?.get, path?.post, path?.put].filter((operation) => operation !== undefined);
}

function nameOf({ operationId }: OpenAPI.OperationObject): OperationName {
  const name = Object.keys(operations).find((known): known is OperationName => known === operationId);
  if (!name) throw new Error(`Nothing is said about ${operationId}.`);
  return name;
}

/** Says of an operation what the generator cannot know. */
function complete(
  operation: OpenAPI.OperationObject,
  name: OperationName,
  examples: ReturnType<typeof examplesOf>,
  parameters: Record<string, string>,
): void {
  const { tag, summary, description } = operations[name];
  const { body, answer } = examples[name];
  Object.assign(operation, { tags: [tag], summary, ...(description && { description }) });
  for (const parameter of operation.parameters ?? [])
    if ('name' in parameter) {
      // An empty parameter is not the same as none, and what is reserved is encoded.
      delete parameter.allowEmptyValue;
      delete parameter.allowReserved;
      parameter.example = parameters[`${name} ${parameter.name}`] ?? parameters[parameter.name];
    }
  const { requestBody } = operation;
  const json = requestBody && 'content' in requestBody && requestBody.content['application/json'];
  if (json) json.example = body;
  operation.responses = answersOf(name, operation, answer);
}

function parameterExamples({
  facility,
  warehouse,
  equipment,
  region,
  solution,
  training,
}: ReturnType<typeof story>): Record<string, string> {
  return {
    facilityId: facility.facilityId,
    solutionId: solution.solutionId,
    warehouseId: warehouse.warehouseId,
    placeId: facility.facilityId,
    donorId: equipment.donor.donorId,
    donationId: equipment.donation.donationId,
    consignmentId: equipment.consignment.consignmentId,
    equipmentType: equipment.consignment.equipmentType,
    state: 'shipped',
    isFaulty: 'true',
    'consignments.list concern': 'stuck',
    'facilities.list concern': 'readinessGap',
    capability: solution.capability,
    month: '2024-11',
    releaseId: '2024-11.1-kfmwqz',
    traceId: exampleTraceId,
    sessionId: training.sessionId,
    from: '2024-01',
    to: '2024-11',
    status: 'held',
    region,
    stage: stages[4],
    text: 'clinic',
    'if-none-match': '"kJ2mEwT0n1u3v5x7zA9cQw"',
  };
}
