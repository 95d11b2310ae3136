import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Stands in for the SDK's chain of credential sources when functions are bundled: in Lambda credentials come
 * from the environment only, and the rest of the chain is a quarter of the bundle and of the cold start.
 */
export const defaultProvider = () => fromEnv();
