import { Aws, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** A name that no other stage, country or region of the account takes: some parts of CloudFront are named once an account. */
export const globalName = (scope: Construct): string => `${Stack.of(scope).stackName}-${Aws.REGION}`;
