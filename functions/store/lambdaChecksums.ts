import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';

type Bytes = string | ArrayBuffer | ArrayBufferView;

/**
 * Stands in for the SDK's own hash when functions are bundled: that brings, besides Node's, one of its own for places without
 * any, which is 1.5 KB of each bundle.
 */
export class Sha256 {
  readonly digestLength = 32;
  readonly #secret: Bytes | undefined;
  #hash: Hash | Hmac;

  constructor(secret?: Bytes) {
    this.#secret = secret;
    this.#hash = hashOf(secret);
  }

  update(data: Bytes): void {
    this.#hash.update(bytesOf(data));
  }

  digest(): Promise<Uint8Array> {
    // What is signed with a key is asked for once; another hash may go on.
    const hash = 'copy' in this.#hash ? this.#hash.copy() : this.#hash;
    return Promise.resolve(new Uint8Array(hash.digest()));
  }

  reset(): void {
    this.#hash = hashOf(this.#secret);
  }
}

const hashOf = (secret?: Bytes): Hash | Hmac =>
  secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));

function bytesOf(data: Bytes): string | Uint8Array {
  if (typeof data === 'string') return data;
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}
