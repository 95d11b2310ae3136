import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Release } from '../../domain/release/release.ts';

type ContentPart = Release['content'][number];

/** A part of a release's content as it is kept: in items, each far below the 400 KB that one may have. */
export interface PackedPart extends ContentPart {
  texts: string[];
}

/** Letters in one item. */
const mostLetters = 300_000;

/** A value as text in items, and the digest by which it is known again. */
export function packed(name: string, value: unknown): PackedPart {
  const plain = JSON.stringify(value);
  const text = gzipSync(plain).toString('base64');
  const texts = Array.from({ length: Math.ceil(text.length / mostLetters) }, (_, index) =>
    text.slice(index * mostLetters, (index + 1) * mostLetters),
  );
  return { name, digest: digestOfText(plain), items: texts.length, texts };
}

/** The value in the items of a part; content that is not what was frozen is never shown. */
export function unpacked({ name, digest, items }: ContentPart, texts: string[]): unknown {
  const plain =
    texts.length === items ? gunzipSync(Buffer.from(texts.join(''), 'base64')).toString('utf8') : '';
  if (digestOfText(plain) !== digest) throw new Error(`The release's "${name}" is not what was frozen.`);
  return JSON.parse(plain);
}

/** The digest of what a release says and of all of its content. */
export function digestOfRelease(told: Omit<Release, 'releaseId'>): string {
  const { month, version, madeOn, open, content } = told;
  return digestOfText(JSON.stringify([month, version, madeOn, open, content]));
}

const digestOfText = (text: string): string => createHash('sha256').update(text).digest('hex');
