import * as z from 'zod';
import { UserError } from '../userError.ts';
import { unused } from './template.ts';
import type { TemplateReader } from './template.ts';

const Pool = z.strictObject({
  LambdaConfig: z.strictObject({
    PreTokenGenerationConfig: z.strictObject({ LambdaArn: z.string(), LambdaVersion: z.literal('V2_0') }),
  }),
  // Passwords, second factors, messages and recovery: demo accounts have none of them.
  AccountRecoverySetting: unused,
  AdminCreateUserConfig: unused,
  AutoVerifiedAttributes: unused,
  DeletionProtection: unused,
  EmailVerificationMessage: unused,
  EmailVerificationSubject: unused,
  EnabledMfas: unused,
  MfaConfiguration: unused,
  Policies: unused,
  SmsVerificationMessage: unused,
  UserPoolTier: unused,
  UsernameAttributes: unused,
  UsernameConfiguration: unused,
  VerificationMessageTemplate: unused,
});

const Group = z.strictObject({ GroupName: z.string(), UserPoolId: z.string() });

const Client = z.strictObject({
  UserPoolId: z.string(),
  GenerateSecret: z.literal(false),
  AllowedOAuthFlows: z.tuple([z.literal('code')]),
  AllowedOAuthFlowsUserPoolClient: z.literal(true),
  AllowedOAuthScopes: z.array(z.string()),
  CallbackURLs: z.array(z.string()),
  LogoutURLs: z.array(z.string()),
  AccessTokenValidity: z.number(),
  IdTokenValidity: z.number(),
  RefreshTokenValidity: z.number(),
  TokenValidityUnits: z.strictObject({
    AccessToken: z.literal('minutes'),
    IdToken: z.literal('minutes'),
    RefreshToken: z.literal('minutes'),
  }),
  RefreshTokenRotation: z.strictObject({
    Feature: z.literal('ENABLED'),
    RetryGracePeriodSeconds: z.number(),
  }),
  EnableTokenRevocation: z.literal(true),
  // Ways to sign in with a password, which demo accounts do not have.
  ExplicitAuthFlows: unused,
  PreventUserExistenceErrors: unused,
  SupportedIdentityProviders: unused,
});

/** The user pool and its one client, as far as a provider on one machine can be them. All times in seconds. */
export interface SignInPlan {
  /** What the template calls the issuer of the pool's tokens ends in this. */
  readonly poolId: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly callbackUrls: readonly string[];
  readonly logoutUrls: readonly string[];
  readonly groups: readonly string[];
  readonly accessTokenLasts: number;
  readonly idTokenLasts: number;
  readonly refreshTokenLasts: number;
  readonly refreshTokenGrace: number;
  /** The function that is asked before a token is signed. */
  readonly preTokenArn: string;
}

/** The template's sign-in. */
export function readSignIn(reader: TemplateReader): SignInPlan {
  const pool = reader.takeOne('AWS::Cognito::UserPool', Pool);
  const { logicalId: clientId, properties: client } = reader.takeOne('AWS::Cognito::UserPoolClient', Client);
  const groups = reader.take('AWS::Cognito::UserPoolGroup', Group);
  if (client.UserPoolId !== pool.logicalId)
    throw new UserError(`${clientId} is a client of an unknown user pool.`);
  return {
    poolId: pool.logicalId,
    clientId,
    scopes: client.AllowedOAuthScopes,
    callbackUrls: client.CallbackURLs,
    logoutUrls: client.LogoutURLs,
    groups: groups.map(({ properties }) => properties.GroupName),
    accessTokenLasts: client.AccessTokenValidity * 60,
    idTokenLasts: client.IdTokenValidity * 60,
    refreshTokenLasts: client.RefreshTokenValidity * 60,
    refreshTokenGrace: client.RefreshTokenRotation.RetryGracePeriodSeconds,
    preTokenArn: pool.properties.LambdaConfig.PreTokenGenerationConfig.LambdaArn,
  };
}
