import { jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';

/** Whose tokens open a route. */
export interface Trust {
  readonly issuer: string;
  readonly audience: readonly string[];
  readonly keys: JWTVerifyGetKey;
}

/** A verified token's claims as API Gateway hands them on: every one a string. */
export type Claims = Readonly<Record<string, string>>;

/** What API Gateway's JWT authorizer makes of an Authorization header: the claims, or undefined for 401. */
export async function authorize(header: string | undefined, trust: Trust): Promise<Claims | undefined> {
  const token = header?.replace(/^Bearer\s+/i, '');
  if (!token) return undefined;
  try {
    const { payload } = await jwtVerify(token, trust.keys, {
      issuer: trust.issuer,
      algorithms: ['RS256'],
      requiredClaims: ['exp'],
    });
    return isForUs(payload, trust.audience) && isIssuedAlready(payload) ? asText(payload) : undefined;
  } catch {
    return undefined;
  }
}

// Cognito's access tokens name the client and have no audience; where there is an audience, it alone counts.
function isForUs({ aud, ...claims }: JWTPayload, audience: readonly string[]): boolean {
  const named = aud ?? claims['client_id'];
  return [named].flat().some((each) => typeof each === 'string' && audience.includes(each));
}

const isIssuedAlready = ({ iat = 0 }: JWTPayload): boolean => iat <= Math.ceil(Date.now() / 1000);

function text(value: unknown): string {
  if (Array.isArray(value)) return `[${value.join(' ')}]`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const asText = (payload: JWTPayload): Claims =>
  Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, text(value)]));
