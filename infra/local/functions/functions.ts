import { mkdirSync } from 'node:fs';
import { UserError } from '../userError.ts';
import { Lambda } from './lambda.ts';
import { attribute } from '../plan/intrinsics.ts';
import type { Plan } from '../plan/index.ts';
import { localAws } from '../engine/engine.ts';

/** Where the services that functions call answer on this machine. */
export interface Services {
  readonly dynamodb: string;
  /** Absent where no function that runs manages people. */
  readonly userPool?: string;
  /** Where letters are taken. */
  readonly mail?: string;
  /** Where what is published is taken, and where functions call others. */
  readonly objects?: string;
  readonly invocations?: string;
  /** The product's address, which the template knows by another name. */
  readonly url?: string;
}

/** The country that a system runs for, where it is made up. */
interface Country {
  /** The product's day, where it is not the real one. */
  readonly today?: string;
  readonly hasSample?: boolean;
}

/** What the Lambda service itself would put into every function's environment, and where DynamoDB is. */
const surroundings = (dynamodb: string): Record<string, string> => ({
  ...localAws,
  AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
});

/** What a program needs to reach the same tables as the functions: the SDK's variables, the country and the tables' names. */
export function environmentOf({ functions }: Plan, endpoint: string): Record<string, string> {
  const shared = functions
    .flatMap(({ environment }) => Object.entries(environment))
    .filter(([name]) => name === 'COUNTRY' || name.endsWith('_TABLE'));
  return { ...surroundings(endpoint), ...Object.fromEntries(shared) };
}

/** All functions of a plan, by ARN; their bundles can be exchanged while requests come in. */
export class Functions {
  readonly #surroundings: Record<string, string>;
  readonly #logFolder: string;
  readonly #url: string | undefined;
  #byArn: ReadonlyMap<string, Lambda>;

  constructor(plan: Plan, services: Services, logFolder: string, { today, hasSample = false }: Country = {}) {
    const { dynamodb, userPool, mail, objects, invocations, url } = services;
    mkdirSync(logFolder, { recursive: true });
    this.#surroundings = {
      ...surroundings(dynamodb),
      ...(userPool && { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: userPool }),
      ...(mail && { AWS_ENDPOINT_URL_SESV2: mail }),
      ...(objects && { AWS_ENDPOINT_URL_S3: objects }),
      ...(invocations && { AWS_ENDPOINT_URL_LAMBDA: invocations }),
      ...(today && { TODAY: today }),
      ...(hasSample && { SAMPLE: 'true' }),
    };
    this.#url = url;
    this.#logFolder = logFolder;
    this.#byArn = this.#made(plan);
  }

  /** The ARN of a function by its name in the template. */
  arnOf(name: string): string | undefined {
    return [...this.#byArn.keys()].find((arn) => arn === attribute(name, 'Arn'));
  }

  /** Calls a function; rejects when it fails. */
  invoke(arn: string, event: unknown): Promise<unknown> {
    const lambda = this.#byArn.get(arn);
    if (!lambda) throw new UserError(`The template refers to a function ${arn} that it does not have.`);
    return lambda.invoke(event);
  }

  /** Loads the bundles of these functions, so that nobody waits for the first answer. */
  async warm(arns: Iterable<string>): Promise<void> {
    const asked = [...new Set(arns)].flatMap((arn) => this.#byArn.get(arn) ?? []);
    await Promise.all(asked.map((lambda) => lambda.warm()));
  }

  /** Takes the bundles of another plan from now on. */
  async replace(plan: Plan): Promise<void> {
    const old = this.#byArn;
    this.#byArn = this.#made(plan);
    await Promise.all([...old.values()].map((lambda) => lambda.stop()));
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#byArn.values()].map((lambda) => lambda.stop()));
  }

  #made({ functions, site }: Plan): ReadonlyMap<string, Lambda> {
    const here = (value: string) => (value === site.url && this.#url ? this.#url : value);
    return new Map(
      functions.map((plan) => {
        const environment = Object.fromEntries(
          Object.entries(plan.environment).map(([name, value]) => [name, here(value)]),
        );
        return [plan.arn, new Lambda({ ...plan, environment }, this.#surroundings, this.#logFolder)];
      }),
    );
  }
}
