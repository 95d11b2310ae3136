import { isContractProcedure } from '@orpc/contract';
import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnStage,
  HttpApi,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import * as z from 'zod/mini';
import { contract } from '../functions/contract.ts';
import { apiPrefix } from '../functions/contract/route.ts';
import type { Functions } from './functions.ts';
import type { SignIn } from './signIn.ts';

/** One route of the contract, as the HTTP API needs to know it. */
export interface ContractRoute {
  /** Logical name, such as `reports.submit`; its first part is the function that serves it. */
  readonly name: string;
  readonly served: string;
  readonly method: HttpMethod;
  readonly path: string;
  readonly isPublic: boolean;
}

const Procedure = z.object({
  route: z.object({ method: z.enum(HttpMethod), path: z.string() }),
  meta: z.object({ public: z.boolean() }),
});

/** Every procedure of the contract with its full path. */
export function contractRoutes(): ContractRoute[] {
  return Object.entries(contract).flatMap(([served, procedures]) =>
    Object.entries(procedures).map(([verb, procedure]) => routeOf(served, verb, procedure)),
  );
}

function routeOf(served: string, verb: string, procedure: unknown): ContractRoute {
  const name = `${served}.${verb}`;
  if (!isContractProcedure(procedure)) throw new Error(`${name} in the contract is not a procedure.`);
  const { route, meta } = Procedure.parse(procedure['~orpc']);
  return {
    name,
    served,
    method: route.method,
    path: `${apiPrefix}${route.path}`,
    isPublic: meta.public,
  };
}

/** The HTTP API: made first, because the site's origin is part of what its routes are protected with. */
export class Api extends Construct {
  readonly http: HttpApi;
  readonly stage: HttpStage;

  constructor(scope: Construct) {
    super(scope, 'Api');
    this.http = new HttpApi(this, 'http', {
      apiName: Stack.of(this).stackName,
      createDefaultStage: false,
    });
    const accessLog = new LogGroup(this, 'accessLog', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.stage = new HttpStage(this, 'stage', {
      httpApi: this.http,
      stageName: '$default',
      autoDeploy: true,
      // The last minutes before a due day: 42 submissions a second in a country of 50,000 facilities, and as many reads.
      throttle: { rateLimit: 200, burstLimit: 400 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(accessLogFormat),
      },
    });
  }

  /** Adds one route per procedure of the contract; all but the public ones ask for a token of this client. */
  serve(fns: Functions, people: SignIn, client: UserPoolClient): void {
    const signedIn = new HttpJwtAuthorizer('signedIn', people.issuer, {
      jwtAudience: [client.userPoolClientId],
    });
    const anyone = new HttpNoneAuthorizer();
    const integrations = new Map<string, HttpLambdaIntegration>();
    for (const { name, served, method, path, isPublic } of contractRoutes()) {
      const integration = integrations.get(served) ?? new HttpLambdaIntegration(served, fns.named(served));
      integrations.set(served, integration);
      const route = new HttpRoute(this, name, {
        httpApi: this.http,
        routeKey: HttpRouteKey.with(path, method),
        integration,
        authorizer: isPublic ? anyone : signedIn,
      });
      if (isPublic) {
        this.throttleApart(route, `${method} ${path}`);
        Validations.of(route).acknowledge({
          id: 'AwsSolutions-APIG4',
          reason:
            'The contract marks this route as public: it tells what the country and the interface are, a release as everybody may read it, or, to who has its link, where units are as far as the location policy tells the public.',
        });
      }
    }
  }

  /** Gives a route that anyone may call a limit of its own, so that a crowd there keeps no head from submitting. */
  private throttleApart(route: HttpRoute, routeKey: string): void {
    const stage = this.stage.node.defaultChild;
    if (!(stage instanceof CfnStage)) throw new Error('CDK makes the stage of an HTTP API differently now.');
    stage.addPropertyOverride(`RouteSettings.${routeKey.replaceAll('.', '\\.')}`, publicThrottle);
    // A stage may only set what the API already has.
    stage.node.addDependency(route);
  }
}

// CloudFront answers most of these requests; what is left is one for each of its places and minute.
const publicThrottle = { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 };

// Who asked what and how it went; never a token, a body or an address of a person.
const accessLogFormat = JSON.stringify({
  at: '$context.requestTime',
  id: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  ms: '$context.responseLatency',
  error: '$context.error.message',
  integrationError: '$context.integrationErrorMessage',
});
