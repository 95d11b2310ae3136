import { createHash } from 'node:crypto';
import type { PublishedFile } from '../../domain/release/publishedFile.ts';
import { credentialsIn } from '../credentials.ts';
import { signed } from '../sigV4.ts';

/** How long caches may show a file before they ask whether it is still the same. */
const cacheControl = 'public, max-age=60';
/** A file that takes longer is given up. */
const longest = 10_000;
/** How many are on their way at once. */
const atOnce = 8;

/** The one place that talks to S3: what is published is put there, signed here, without a whole client for it (ADR 48). */
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

  async #putOne({ path, type, text }: PublishedFile): Promise<void> {
    const region = this.#setting('AWS_REGION');
    const url = new URL(path, this.#address(region));
    const credentials = credentialsIn(this.#environment);
    if (!credentials) throw new Error('There are no credentials to publish with.');
    const headers = {
      'content-type': type,
      'cache-control': cacheControl,
      'x-amz-content-sha256': createHash('sha256').update(text).digest('hex'),
    };
    const { host: _, ...sent } = signed(
      { method: 'PUT', url, headers, body: text },
      { credentials, region, service: 's3', at: new Date().toISOString() },
    );
    const request = { method: 'PUT', headers: sent, body: text, signal: AbortSignal.timeout(longest) };
    const answer = await fetch(url, request);
    const said = await answer.text();
    if (!answer.ok) throw new Error(`${path} could not be published: ${answer.status} ${said.slice(0, 200)}`);
  }

  /** By the bucket's own host on AWS; where a service stands for it, by the path. */
  #address(region: string): string {
    const bucket = this.#setting('PUBLICATION_BUCKET');
    const endpoint = this.#environment['AWS_ENDPOINT_URL_S3'];
    return endpoint ? `${endpoint}/${bucket}/` : `https://${bucket}.s3.${region}.amazonaws.com/`;
  }

  #setting(name: string): string {
    const value = this.#environment[name];
    if (!value) throw new Error(`${name} is not set: this function may publish nothing`);
    return value;
  }
}
