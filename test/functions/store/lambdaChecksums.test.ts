import { createHmac } from 'node:crypto';
import { Sha256 as OfSdk } from '@smithy/core/checksum';
import { expect, test } from 'vitest';
import { Sha256 } from '../../../functions/store/lambdaChecksums.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

test.each([undefined, 'a key', new Uint8Array([1, 2, 250])])(
  'hashes as the SDK does, with the key %s',
  async (key) => {
    const [own, other] = [new Sha256(key), new OfSdk(key)];
    for (const hash of [own, other]) {
      hash.update(Buffer.from('Ходорів'));
      hash.update(new Uint8Array([0, 255, 7]).subarray(1));
    }

    expect(hex(await own.digest())).toBe(hex(await other.digest()));
    own.reset();
    own.update(Buffer.from('again'));
    if (typeof key === 'string')
      expect(hex(await own.digest())).toBe(createHmac('sha256', key).update('again').digest('hex'));
  },
);
