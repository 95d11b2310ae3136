import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

const files = '/_app/immutable/';
const nextFiles = '/_app/immutable/next/';
const asText = /\.(?:js|css|html|json)$|\/[^.]*$/;

/** The product with a release to come: the same app with every file under a new name, behind a line that can break. */
export class Releases {
  readonly next: string;
  readonly #base: string;
  readonly #version: string;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #isNext = false;
  /** The page and what it names come; nothing that is loaded later does. */
  #isSlow = false;
  #isBroken = false;
  #named = '';

  private constructor(base: string, version: string) {
    this.#base = base;
    this.#version = version;
    this.next = `${version}-next`;
    this.#server = createServer((asked, answer) => void this.#serve(asked, answer));
    this.#server.on('connection', (socket) => {
      if (this.#isBroken) socket.destroy();
      this.#sockets.add(socket.on('close', () => this.#sockets.delete(socket)));
    });
  }

  static async of(base: string): Promise<Releases> {
    const { version }: { version: string } = await (await fetch(`${base}/_app/version.json`)).json();
    const releases = new Releases(base, version);
    await new Promise<void>((resolve) => releases.#server.listen(0, resolve));
    return releases;
  }

  get url(): string {
    const address = this.#server.address();
    return `http://localhost:${typeof address === 'object' ? address?.port : ''}`;
  }

  release({ isSlow }: { isSlow: boolean }): void {
    this.#isNext = true;
    this.#isSlow = isSlow;
  }

  breakLine(): void {
    this.#isBroken = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mendLine(): void {
    this.#isBroken = false;
    this.#isSlow = false;
  }

  async stop(): Promise<void> {
    this.breakLine();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const path = (asked.url ?? '/').replace(nextFiles, files);
    const isRenamed = this.#isNext && !path.startsWith('/api/') && asText.test(path);
    if (!isRenamed) return this.#passOn(path, asked, answer);
    if (this.#isSlow && path.startsWith(files) && !this.#named.includes(path)) return void answer.destroy();
    const response = await fetch(this.#base + path);
    const text = await response.text();
    if (path === '/start') this.#named = text;
    const renamed = text.replaceAll('_app/immutable/', '_app/immutable/next/');
    answer
      .writeHead(response.status, { 'content-type': response.headers.get('content-type') ?? '' })
      .end(renamed.replaceAll(this.#version, this.next));
  }

  #passOn(path: string, asked: IncomingMessage, answer: ServerResponse): void {
    const { hostname, port } = new URL(this.#base);
    const headers = { ...asked.headers, host: `${hostname}:${port}` };
    const passed = request({ hostname, port, path, method: asked.method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  }
}
