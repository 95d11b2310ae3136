import { Aws, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  FeaturePlan,
  LambdaVersion,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  UserPool,
  UserPoolClientIdentityProvider,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import type { UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { roles } from '../functions/domain/caller.ts';
import { packFor } from '../functions/packs/index.ts';
import type { AppFunction } from './appFunction.ts';
import type { SiteConfig } from './siteConfig.ts';

const scopes = [OAuthScope.OPENID, OAuthScope.PROFILE];

/** Where people sign in: Cognito with managed login; roles are groups, and our pre-token function turns the account into claims. */
export class SignIn extends Construct {
  readonly pool: UserPool;
  /** Managed login's own origin, without a path. */
  readonly origin: string;
  /** Where tokens are from: what the API trusts, and where the app finds the provider's description. */
  readonly issuer: string;
  readonly issuerOrigin: string;

  constructor(scope: Construct, preToken: AppFunction, prefix: string) {
    super(scope, 'SignIn');
    this.pool = this.makePool();
    this.pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, preToken, LambdaVersion.V2_0);
    for (const role of roles) this.pool.addGroup(role, { groupName: role });
    // The account number makes the prefix unlike everybody else's in the region, as Cognito demands.
    const domain = this.pool.addDomain('domain', {
      cognitoDomain: { domainPrefix: `${prefix}-${Aws.ACCOUNT_ID}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    this.origin = domain.baseUrl();
    this.issuerOrigin = `https://cognito-idp.${Aws.REGION}.${Aws.URL_SUFFIX}`;
    this.issuer = `${this.issuerOrigin}/${this.pool.userPoolId}`;
  }

  /** The app as a public client: authorization code with PKCE, no secret, refresh tokens that change with each use. */
  clientOf(appUrl: string): UserPoolClient {
    const client = this.pool.addClient('app', {
      generateSecret: false,
      authFlows: { userSrp: true },
      preventUserExistenceErrors: true,
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes,
        callbackUrls: [`${appUrl}/signed-in`],
        // The second is where apps of the release before come back to.
        logoutUrls: [`${appUrl}/start`, `${appUrl}/`],
      },
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      // A head signs in on a phone once and reports monthly: 40 days outlast the longest month and its due day.
      refreshTokenValidity: Duration.days(40),
      // An answer lost on a bad line may be asked for again with the old token for this long.
      refreshTokenRotationGracePeriod: Duration.minutes(1),
      enableTokenRevocation: true,
    });
    new CfnManagedLoginBranding(this, 'look', {
      userPoolId: this.pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    return client;
  }

  /** What the app has to know in order to sign people in. */
  configFor(client: UserPoolClient, { stage, country }: { stage: string; country: string }): SiteConfig {
    const { names, languages } = packFor(country);
    return {
      issuer: this.issuer,
      clientId: client.userPoolClientId,
      scope: scopes.map(({ scopeName }) => scopeName).join(' '),
      country,
      names,
      languages,
      stage,
      sample: false,
      signOutUrl: `${this.origin}/logout`,
    };
  }

  private makePool(): UserPool {
    const pool = new UserPool(this, 'people', {
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      // The e-mail address is the user name, whichever way it is capitalised on a phone.
      signInAliases: { email: true },
      signInCaseSensitive: false,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(7),
      },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(pool).acknowledge(
      {
        id: 'AwsSolutions-COG2',
        reason:
          'Heads sign in on one shared slow phone without an authenticator app; everybody may add TOTP, ministry roles must once the accounts screen can enrol them.',
      },
      {
        id: 'AwsSolutions-COG8',
        reason:
          'Plus is priced per user for adaptive authentication; Essentials has all that the pre-token function and managed login need.',
      },
    );
    return pool;
  }
}
