import * as z from 'zod';
import { UserError } from '../userError.ts';
import { resolve } from './intrinsics.ts';

const Template = z.looseObject({
  Resources: z.record(z.string(), z.looseObject({ Type: z.string(), Properties: z.optional(z.unknown()) })),
});

/** A property that is AWS's own care and changes nothing on one machine. */
export const unused = z.optional(z.unknown());

/** A resource of the template with its properties, all references resolved. */
export interface Taken<Properties> {
  readonly logicalId: string;
  readonly properties: Properties;
}

/** Hands out a template's resources by type, and knows which of them nobody asked for. */
export class TemplateReader {
  readonly #resources: z.infer<typeof Template>['Resources'];
  readonly #taken = new Set<string>();

  constructor(template: unknown) {
    this.#resources = Template.parse(template).Resources;
  }

  /** Every resource of a type but those passed over; a property that `schema` does not name is refused. */
  take<Properties>(
    type: string,
    schema: z.ZodType<Properties>,
    passOver: (logicalId: string) => boolean = () => false,
  ): Taken<Properties>[] {
    this.#taken.add(type);
    return Object.entries(this.#resources)
      .filter(([logicalId, resource]) => resource.Type === type && !passOver(logicalId))
      .map(([logicalId, resource]) => {
        const parsed = schema.safeParse(resolve(resource.Properties ?? {}));
        if (parsed.success) return { logicalId, properties: parsed.data };
        throw new UserError(
          `The local runner cannot interpret ${logicalId} (${type}): ${complaint(parsed.error)}.`,
        );
      });
  }

  /** The resource of a type of which the system has exactly one. */
  takeOne<Properties>(type: string, schema: z.ZodType<Properties>): Taken<Properties> {
    const [one, ...others] = this.take(type, schema);
    if (!one || others.length > 0)
      throw new UserError(`The local runner wants exactly one ${type} in the template.`);
    return one;
  }

  /** Throws on the first resource that was neither taken nor is listed as needing no counterpart on one machine. */
  ensureAllKnown(unneeded: Record<string, string>): void {
    for (const [logicalId, { Type }] of Object.entries(this.#resources)) {
      if (!this.#taken.has(Type) && !(Type in unneeded)) {
        throw new UserError(`The local runner does not know the resource type ${Type} of ${logicalId}.`);
      }
    }
  }
}

const complaint = (error: z.ZodError): string =>
  error.issues
    .map((issue) =>
      issue.code === 'unrecognized_keys'
        ? `it does not know the property ${[...issue.path, issue.keys.join(', ')].join('.')}`
        : `${issue.path.join('.')}: ${issue.message}`,
    )
    .join('; ');
