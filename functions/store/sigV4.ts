import { createHash, createHmac } from 'node:crypto';

/** A request as it is signed. Its path and query must need no further encoding. */
export interface Signable {
  method: string;
  url: URL;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** By whom, for what and when; `at` is ISO 8601 in UTC. */
export interface Signing {
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
  region: string;
  service: string;
  at: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** The headers of a request with AWS's signature, version 4: all that were given, and what the signature adds. */
export function signed({ method, url, headers, body }: Signable, by: Signing): Record<string, string> {
  const { accessKeyId, secretAccessKey, sessionToken } = by.credentials;
  const stamp = `${by.at.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const all: Record<string, string> = {
    ...headers,
    host: url.host,
    'x-amz-date': stamp,
    ...(sessionToken && { 'x-amz-security-token': sessionToken }),
  };
  const names = Object.keys(all).sort();
  const lines = names.map((name) => `${name}:${all[name]?.trim() ?? ''}\n`).join('');
  const canonical = [method, url.pathname, url.search.slice(1), lines, names.join(';'), sha256(body)];
  const scope = [stamp.slice(0, 8), by.region, by.service, 'aws4_request'];
  const toSign = ['AWS4-HMAC-SHA256', stamp, scope.join('/'), sha256(canonical.join('\n'))].join('\n');
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`);
  const signature = hmac(key, toSign).toString('hex');
  const credential = `Credential=${accessKeyId}/${scope.join('/')}`;
  return {
    ...all,
    authorization: `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
  };
}
