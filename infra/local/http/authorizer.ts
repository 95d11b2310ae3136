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
    const payload = await verified(token, trust);
    return isForUs(payload, trust.audience) && isIssuedAlready(payload) ? asText(payload) : undefined;
  } catch {
    return undefined;
  }
}

/** Tokens whose signature held, by the keys it was held against: it goes on to hold, and checking it takes its time. */
const known = new WeakMap<JWTVerifyGetKey, Map<string, JWTPayload>>();
const mostKnown = 1000;

async function verified(token: string, { issuer, keys }: Trust): Promise<JWTPayload> {
  const tokens = known.get(keys) ?? new Map<string, JWTPayload>();
  known.set(keys, tokens);
  const found = tokens.get(token);
  if (found?.iss === issuer && isStillGood(found)) return found;
  const options = { issuer, algorithms: ['RS256'], requiredClaims: ['exp'] };
  const { payload } = await jwtVerify(token, keys, options);
  if (tokens.size >= mostKnown) tokens.clear();
  tokens.set(token, payload);
  return payload;
}

const isStillGood = ({ exp = 0, nbf = 0 }: JWTPayload): boolean => {
  const now = Date.now() / 1000;
  return exp > now && nbf <= now;
};

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
