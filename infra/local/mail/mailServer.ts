import type { IncomingMessage } from 'node:http';
import { bodyOf } from '../http/body.ts';
import { isFromHere, startService, type LocalService } from '../http/service.ts';
import { messageOf } from '../userError.ts';
import { MailError, type Outbox } from './outbox.ts';

const largestBody = 256 * 1024;
const path = '/v2/email/outbound-emails';
const signature = /^AWS4-HMAC-SHA256 Credential=.+, SignedHeaders=.+, Signature=[0-9a-f]{64}$/;

/** Answers as SES does; what is sent goes to the outbox. Where that takes none, nothing was taken. */
export function startMailServer(outbox: Pick<Outbox, 'take'>): Promise<LocalService> {
  const headers = { 'content-type': 'application/json' };
  return startService((request) =>
    taken(outbox, request).then(
      (MessageId) => ({ status: 200, headers, body: { MessageId } }),
      (error: unknown) => {
        const type = error instanceof MailError ? error.type : 'ServiceUnavailable';
        const status = error instanceof MailError ? 400 : 503;
        return {
          status,
          headers: { ...headers, 'x-amzn-errortype': type },
          body: { message: messageOf(error) },
        };
      },
    ),
  );
}

async function taken(outbox: Pick<Outbox, 'take'>, request: IncomingMessage): Promise<string> {
  const isSigned = signature.test(request.headers.authorization ?? '');
  const body = await bodyOf(request, largestBody);
  if (!isFromHere(request) || !isSigned || !body || request.method !== 'POST' || request.url !== path)
    throw new MailError('AccessDeniedException', 'Only the functions of this machine may send letters.');
  return outbox.take(JSON.parse(body.toString()));
}
