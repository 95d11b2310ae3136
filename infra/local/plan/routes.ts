import * as z from 'zod';
import { UserError } from '../userError.ts';
import type { TemplateReader } from './template.ts';

const Api = z.strictObject({ Name: z.string(), ProtocolType: z.literal('HTTP') });

const Integration = z.strictObject({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
});

const Route = z.discriminatedUnion('AuthorizationType', [
  z.strictObject({
    AuthorizationType: z.literal('NONE'),
    ApiId: z.string(),
    RouteKey: z.string(),
    Target: z.string(),
  }),
  z.strictObject({
    AuthorizationType: z.literal('JWT'),
    AuthorizerId: z.string(),
    ApiId: z.string(),
    RouteKey: z.string(),
    Target: z.string(),
  }),
]);

const Authorizer = z.strictObject({
  ApiId: z.string(),
  Name: z.string(),
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
  JwtConfiguration: z.strictObject({ Audience: z.array(z.string()), Issuer: z.string() }),
});

/** A route of the HTTP API and the function behind it. */
export interface RoutePlan {
  readonly key: string;
  readonly method: string;
  /** With `{names}` for the parts that vary. */
  readonly path: string;
  readonly functionArn: string;
  /** Whose tokens open it; absent where anybody may come in. */
  readonly tokens?: { readonly issuer: string; readonly audience: readonly string[] };
}

/** The routes of the HTTP API. */
export function readRoutes(reader: TemplateReader): RoutePlan[] {
  reader.takeOne('AWS::ApiGatewayV2::Api', Api);
  const integrations = byId(reader.take('AWS::ApiGatewayV2::Integration', Integration));
  const authorizers = byId(reader.take('AWS::ApiGatewayV2::Authorizer', Authorizer));
  return reader.take('AWS::ApiGatewayV2::Route', Route).map(({ logicalId, properties }) => {
    const integration = integrations.get(properties.Target.replace('integrations/', ''));
    const [method = '', path = ''] = properties.RouteKey.split(' ');
    if (!integration)
      throw new UserError(`The route ${logicalId} leads to nothing that the local runner knows.`);
    const route = { key: properties.RouteKey, method, path, functionArn: integration.IntegrationUri };
    if (properties.AuthorizationType === 'NONE') return route;
    const authorizer = authorizers.get(properties.AuthorizerId);
    if (!authorizer)
      throw new UserError(`The route ${logicalId} has an authorizer that the template does not have.`);
    const { Issuer, Audience } = authorizer.JwtConfiguration;
    return { ...route, tokens: { issuer: Issuer, audience: Audience } };
  });
}

const byId = <Properties>(taken: { logicalId: string; properties: Properties }[]): Map<string, Properties> =>
  new Map(taken.map(({ logicalId, properties }) => [logicalId, properties]));
