import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { bodyOf } from '../http/body.ts';
import { isFromHere, startService, type LocalService, type ServiceAnswer } from '../http/service.ts';
import { messageOf } from '../userError.ts';
import type { ObjectStore } from './store.ts';

/** Where objects go. */
interface Taking {
  put: (...object: Parameters<ObjectStore['put']>) => Promise<void> | void;
}

const largestBody = 16 * 1024 * 1024;
const signature =
  /^AWS4-HMAC-SHA256 Credential=.+\/s3\/aws4_request, SignedHeaders=.+, Signature=[0-9a-f]{64}$/;

/** Answers as S3 does to who puts objects into this bucket; they are handed out by the site alone. */
export function startObjectServer(store: Taking, bucket: string): Promise<LocalService> {
  return startService((request) =>
    answered(store, bucket, request).catch((error: unknown) => answer(503, messageOf(error))),
  );
}

async function answered(store: Taking, bucket: string, request: IncomingMessage): Promise<ServiceAnswer> {
  const { headers, method, url = '' } = request;
  const body = await bodyOf(request, largestBody);
  const [, key] = url.split(`/${bucket}/`);
  if (!isFromHere(request) || !signature.test(headers.authorization ?? ''))
    return answer(403, 'Only the functions of this machine may publish.');
  if (method !== 'PUT' || !url.startsWith(`/${bucket}/`) || !key)
    return answer(404, 'There is no such bucket.');
  if (!body) return answer(400, 'EntityTooLarge');
  if (headers['x-amz-content-sha256'] !== createHash('sha256').update(body).digest('hex'))
    return answer(400, 'XAmzContentSHA256Mismatch');
  const type = headers['content-type'] ?? 'binary/octet-stream';
  await store.put(key, { type, cacheControl: headers['cache-control'] ?? '', body });
  return answer(200, '');
}

const answer = (status: number, said: string): ServiceAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: { said },
});
