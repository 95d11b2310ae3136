import type { InferContractRouterOutputs } from '@orpc/contract';
import { accountsApi } from 'virtual:api/accounts';
import type { contract } from '#functions/contract.ts';
import type { Day } from '#functions/domain/calendar.ts';
import { loadConfig, storedConfig, type Config } from '#lib/country/config.ts';
import { NoNetwork } from '#lib/api/errors.ts';
import { shaped, store, stored } from '#lib/offline/localStorage.ts';
import { setSessionOver } from './sessionExpiry.svelte.ts';
import { todayHere } from '#lib/country/today.ts';
import { callerIn } from './tokenClaims.ts';
import { storedTokens, storeTokens } from './tokenStore.ts';

export type Caller = InferContractRouterOutputs<typeof contract>['accounts']['me']['body'];

const key = 'caller';
const isCaller = shaped<Caller>('accountId', 'role');

/** Who is signed in, on which deployment, and what day it is there. */
class Session {
  #caller = $state.raw<Caller>();
  #config = $state.raw<Config>();
  #asked: Promise<void> | undefined;
  #learned: Promise<Config> | undefined;

  /** Undefined when nobody is signed in. */
  get caller(): Caller | undefined {
    return this.#caller;
  }

  get config(): Config | undefined {
    return this.#config;
  }

  /** The product's day: the deployment's own where it has one, else the later of the server's last word and this device's day. */
  get today(): Day {
    if (this.#config?.today) return this.#config.today;
    const here = todayHere();
    const said = this.#caller?.today ?? here;
    return this.#config?.sample ? said : said > here ? said : here;
  }

  /** Where this person's work begins. */
  get home(): '/my-facility' | '/overview' {
    return this.#caller?.role === 'head' ? '/my-facility' : '/overview';
  }

  /**
   * Makes the session ready: who is signed in stands in the token, so only the deployment's settings are waited for, and
   * only the first time.
   */
  async start(): Promise<void> {
    this.#config ??= storedConfig();
    const tokens = storedTokens();
    if (!tokens) return;
    this.#caller ??= stored(key, isCaller) ?? callerOf(tokens.access);
    const asked = (this.#asked ??= this.#ask());
    if (!this.#caller) return asked;
    // What is known is enough to begin with; when the session is over, the API has already said so to the page.
    asked.catch(() => (this.#asked = undefined));
    if (!this.#config) await this.learnConfig();
  }

  /** Learns which deployment this is, for pages that need nobody to be signed in. */
  async learnConfig(): Promise<void> {
    const learned = (this.#learned ??= loadConfig());
    try {
      this.#config = await learned;
    } finally {
      this.#learned = undefined;
    }
  }

  /** Asks who is signed in now, as after coming back from the sign-in page. */
  async refresh(): Promise<void> {
    this.#asked = this.#ask();
    await this.#asked;
  }

  /** Forgets who was signed in, here and at the provider. */
  async end(): Promise<void> {
    store(key, undefined);
    const { leaveToSignOut } = await import('./identity.ts');
    await leaveToSignOut().catch(() => {
      storeTokens(undefined);
      location.assign('/start');
    });
  }

  async #ask(): Promise<void> {
    setSessionOver(false);
    const [caller] = await Promise.all([this.#me(), this.learnConfig()]);
    this.#caller = caller;
    store(key, caller);
  }

  async #me(): Promise<Caller> {
    try {
      return (await accountsApi.me({})).body;
    } catch (error) {
      if (error instanceof NoNetwork && this.#caller) return this.#caller;
      throw error;
    }
  }
}

/** Until the server has said more, it is the day on this device's calendar. */
function callerOf(access: string): Caller | undefined {
  const caller = callerIn(access);
  return caller && { ...caller, today: todayHere(), now: new Date().toISOString() };
}

export const session = new Session();
