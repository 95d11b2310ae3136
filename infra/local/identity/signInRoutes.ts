import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors } from 'oidc-provider';
import type Provider from 'oidc-provider';
import * as z from 'zod/mini';
import type { Account } from '../../../functions/domain/account.ts';
import { bodyOf } from '../http/body.ts';
import { failurePage, signInPage, style } from './signInPage.ts';
import { languageFor } from './texts.ts';

/** The accounts that the sign-in page offers. */
export interface Offered {
  readonly all: () => Promise<Account[]>;
}

// The app's own policy is not for these pages: they are the provider's, as managed login's are Cognito's.
const pageHeaders = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

// The form has one short field.
const largestForm = 4096;

function reply(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(body);
}

/** Everything under /identity/: the sign-in page, signing out, and the provider behind them. */
export class SignInRoutes {
  readonly #provider: Provider;
  readonly #offered: Offered;
  readonly #afterSignOut: readonly string[];
  readonly #rest: (request: IncomingMessage, response: ServerResponse) => Promise<void>;

  constructor(provider: Provider, offered: Offered, afterSignOut: readonly string[]) {
    this.#provider = provider;
    this.#offered = offered;
    this.#afterSignOut = afterSignOut;
    this.#rest = provider.callback();
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', this.#provider.issuer);
    for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value);
    if (url.pathname === '/identity/style.css') return reply(response, 200, 'text/css', style);
    if (url.pathname === '/identity/logout') return this.#signOut(request, response, url);
    if (url.pathname.startsWith('/identity/sign-in/')) return this.#signIn(request, response);
    // The provider finds its own addresses by the difference of these two.
    Object.assign(request, { originalUrl: request.url, url: (request.url ?? '').replace('/identity', '') });
    return this.#rest(request, response);
  }

  async #signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const wished = request.headers['accept-language'] ?? '';
    try {
      const { params } = await this.#provider.interactionDetails(request, response);
      if (request.method === 'POST') return await this.#enter(request, response);
      const language = languageFor(`${z.catch(z.string(), '').parse(params['ui_locales'])} ${wished}`);
      reply(response, 200, 'text/html', signInPage(language, await this.#offered.all()));
    } catch (error) {
      if (!(error instanceof errors.SessionNotFound)) throw error;
      reply(response, 400, 'text/html', failurePage(languageFor(wished), 'expired'));
    }
  }

  async #enter(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const language = languageFor(request.headers['accept-language'] ?? '');
    const body = await bodyOf(request, largestForm);
    if (!body) return reply(response, 413, 'text/html', failurePage(language, 'tooLarge'));
    const accountId = new URLSearchParams(body.toString()).get('account');
    // Only what the page offers: not every text can be looked up.
    const isOffered = (await this.#offered.all()).some((account) => account.accountId === accountId);
    if (accountId === null || !isOffered)
      return reply(response, 400, 'text/html', failurePage(language, 'noSuchAccount'));
    await this.#provider.interactionFinished(request, response, { login: { accountId } });
  }

  /** Cognito's own way out: ends the session and goes to an address that the client has registered. */
  async #signOut(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const session = await this.#provider.Session.get(this.#provider.createContext(request, response));
    await session.destroy();
    const wished = url.searchParams.get('logout_uri') ?? '';
    const to = this.#afterSignOut.find((allowed) => allowed === wished) ?? '/start';
    response.writeHead(302, { location: to }).end();
  }
}
