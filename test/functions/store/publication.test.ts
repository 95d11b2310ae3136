import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { askToPublish } from '../../../functions/store/publication/askToPublish.ts';
import { Bucket } from '../../../functions/store/publication/bucket.ts';

interface Asked {
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

let server: Server;
let asked: Asked[] = [];
/** What is answered next; 200 when there is nothing left. */
let answers: number[] = [];
let env: Record<string, string>;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      asked.push({ method, url, headers, body });
      response.writeHead(answers.shift() ?? 200).end('said');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  env = {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'key',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_SESSION_TOKEN: 'token',
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_ENDPOINT_URL_LAMBDA: endpoint,
    PUBLICATION_BUCKET: 'bucket',
    PUBLISH_FUNCTION: 'publish',
  };
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  answers = [];
});

const file = { path: 'public/uk/index.html', type: 'text/html; charset=utf-8', text: '<p>Телемедицина</p>' };

test('a file is put with what it is and how long it may be kept, signed over its content', async () => {
  await new Bucket(env).put([file]);

  expect(asked).toMatchObject([
    {
      method: 'PUT',
      url: '/bucket/public/uk/index.html',
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'public, max-age=60',
        'x-amz-security-token': 'token',
      },
      body: file.text,
    },
  ]);
  expect(asked[0]?.headers['authorization']).toMatch(
    /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/eu-central-1\/s3\/aws4_request, SignedHeaders=cache-control;content-type;host;x-amz-content-sha256;x-amz-date;x-amz-security-token, Signature=[0-9a-f]{64}$/,
  );
});

test('a file is tried again while the service asks for patience, and given up when it is refused', async () => {
  answers = [503, 429];
  await new Bucket(env).put([file]);
  expect(asked).toHaveLength(3);

  answers = [403];
  await expect(new Bucket(env).put([file])).rejects.toThrow('could not be published: 403');
  answers = [500, 500, 500, 500];
  await expect(new Bucket(env).put([file])).rejects.toThrow('could not be published: 500');
});

test('a function that was not given a bucket publishes nothing', async () => {
  await expect(new Bucket({ ...env, PUBLICATION_BUCKET: '' }).put([file])).rejects.toThrow(
    'PUBLICATION_BUCKET',
  );
});

test('publishing is asked for as an event, that nobody waits for; a refusal is told', async () => {
  answers = [202, 429];
  await askToPublish(env, '2024-11.1-kfmwqz');

  expect(asked).toMatchObject([
    {
      method: 'POST',
      url: '/2015-03-31/functions/publish/invocations',
      headers: { 'x-amz-invocation-type': 'Event' },
      body: '{"job":"publish","releaseId":"2024-11.1-kfmwqz"}',
    },
  ]);
  await expect(askToPublish(env, '2024-11.1-kfmwqz')).rejects.toThrow('429');
  await expect(askToPublish({}, '2024-11.1-kfmwqz')).rejects.toThrow('PUBLISH_FUNCTION');
});
