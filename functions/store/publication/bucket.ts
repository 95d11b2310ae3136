import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { PublishedFile } from '../../domain/release/publishedFile.ts';
import { askAws, settingIn } from '../askAws.ts';

/** How long caches may show a file before they ask whether it is still the same. */
const cacheControl = 'public, max-age=60';
/** A file that takes longer is given up. */
const longest = 10_000;
/** How often a file is tried, and how long is waited before the second time, in milliseconds. */
const attempts = 4;
const patience = 50;
/** How many are on their way at once. */
const atOnce = 8;

/** The one place that talks to S3: what is published is put there (ADR 46). */
export class Bucket {
  readonly #environment: NodeJS.ProcessEnv;

  constructor(environment: NodeJS.ProcessEnv) {
    this.#environment = environment;
  }

  /** Puts files, each in place of what was there; fails when one of them could not be put. */
  async put(files: Iterable<PublishedFile>): Promise<void> {
    const waiting = [...files];
    const worker = async (): Promise<void> => {
      for (let file = waiting.shift(); file; file = waiting.shift()) await this.#putOne(file);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  }

  async #putOne({ path, type, text: body }: PublishedFile): Promise<void> {
    const headers = {
      'content-type': type,
      'cache-control': cacheControl,
      'x-amz-content-sha256': createHash('sha256').update(body).digest('hex'),
    };
    const request = { method: 'PUT', url: new URL(path, this.#address), headers, body };
    const why = await tried(() => askAws(this.#environment, 's3', request, longest));
    if (why) throw new Error(`${path} could not be published: ${why}`);
  }

  /** By the bucket's own host on AWS; where a service stands for it, by the path. */
  get #address(): string {
    const bucket = settingIn(this.#environment, 'PUBLICATION_BUCKET');
    const endpoint = this.#environment['AWS_ENDPOINT_URL_S3'];
    if (endpoint) return `${endpoint}/${bucket}/`;
    return `https://${bucket}.s3.${settingIn(this.#environment, 'AWS_REGION')}.amazonaws.com/`;
  }
}

/** Tries until it is done; to put a file again changes nothing. Says why it is not where it is given up. */
async function tried(put: () => Promise<Response>): Promise<string | undefined> {
  for (let count = 1; ; count += 1) {
    const why = await put().then(
      async (answer) => {
        const said = await answer.text();
        return answer.ok ? undefined : `${answer.status} ${said.slice(0, 200)}`;
      },
      (error: unknown) => String(error),
    );
    if (why === undefined || count === attempts || /^4(?!29)/.test(why)) return why;
    await pause(Math.random() * 2 ** count * patience);
  }
}
