import { expect, test } from 'vitest';
import { signed } from '../../../functions/store/sigV4.ts';

// AWS's own examples of signature version 4, as its test suite has them.
const by = {
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' },
  region: 'us-east-1',
  service: 'service',
  at: '2015-08-30T12:36:00.000Z',
};
const bare = { headers: {}, body: '', url: new URL('https://example.amazonaws.com/') };

test.each([
  ['get-vanilla', 'GET', bare.url, '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
  ['post-vanilla', 'POST', bare.url, '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b'],
  [
    'post-vanilla-query',
    'POST',
    new URL('https://example.amazonaws.com/?Param1=value1'),
    '28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11',
  ],
])('%s is signed as AWS signs it', (_, method, url, signature) => {
  expect(signed({ ...bare, method, url }, by)['authorization']).toBe(
    `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=${signature}`,
  );
});

test('a session’s token is signed with the rest', () => {
  const credentials = { ...by.credentials, sessionToken: 'token' };
  const headers = signed({ ...bare, method: 'POST' }, { ...by, credentials });

  expect(headers).toMatchObject({ 'x-amz-security-token': 'token' });
  expect(headers['authorization']).toContain('SignedHeaders=host;x-amz-date;x-amz-security-token,');
});
