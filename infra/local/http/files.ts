import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { noteCompressed, type HttpResponse } from './httpResponse.ts';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

interface File {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
}

const notFound: HttpResponse = {
  status: 404,
  headers: { 'content-type': 'text/plain' },
  body: Buffer.from('Not found'),
};

/** The built app as the bucket behind CloudFront hands it out: as it was when we started, whoever builds it anew meanwhile. */
export class Files {
  readonly #files: ReadonlyMap<string, File>;

  /** `cacheControl` by the beginning of a file's path; the empty beginning is for all others. */
  constructor(folder: string, cacheControl: ReadonlyMap<string, string>) {
    const paths = globSync('**/*.*', { cwd: folder, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.br'))
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
    this.#files = new Map(
      paths.map((path) => [path, fileOf(join(folder, path), cacheControlOf(path, cacheControl))]),
    );
  }

  /** The file at an address path; every path without a file extension is a page, and all pages are index.html. */
  answer(path: string, knownTags: string | undefined): HttpResponse {
    const file = this.#files.get(/\.[a-z]\w*$/.test(path) ? path.slice(1) : 'index.html');
    if (!file) return notFound;
    const { headers, body, etag } = file;
    return isKnownTag(knownTags, etag)
      ? { status: 304, headers, body: Buffer.alloc(0) }
      : { status: 200, headers, body };
  }
}

/** Whether who asks has what has this tag. */
export function isKnownTag(knownTags: string | undefined, etag: string): boolean {
  return knownTags?.split(/\s*,\s*/).some((tag) => tag.replace('W/', '') === etag) ?? false;
}

function fileOf(path: string, cacheControl: string): File {
  const body = readFileSync(path);
  if (existsSync(`${path}.br`)) noteCompressed(body, readFileSync(`${path}.br`));
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const type = types[extname(path)] ?? 'application/octet-stream';
  return { body, etag, headers: { 'content-type': type, 'cache-control': cacheControl, etag } };
}

function cacheControlOf(path: string, rules: ReadonlyMap<string, string>): string {
  const [longest] = [...rules]
    .filter(([beginning]) => path.startsWith(beginning))
    .sort(([one], [other]) => other.length - one.length);
  return longest?.[1] ?? 'no-cache';
}
