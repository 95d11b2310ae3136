/** Why a request is refused; the HTTP layer alone knows which status each code becomes. */
export const refusalCodes = [
  'invalid',
  'malformed',
  'tooLarge',
  'unknownField',
  'forbidden',
  'notFound',
  'stale',
  'keyReused',
  'wrongState',
  'notAWholeNumber',
  'tooLow',
  'tooHigh',
  'missingFigure',
  'unknownIndicator',
  'monthNotOver',
  'notLiveThen',
  'moreThanItsWhole',
  'mixedGrains',
  'reasonNeeded',
  'stageNotNext',
  'dateNotAllowed',
  'notReady',
  'unknownRegion',
  'alreadyExists',
  'alteredId',
  'revoked',
  'ownAccount',
  'busy',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

interface Details {
  /** The field to mend, as a path in the request such as `figures.daysWithoutPower`. */
  field?: string;
  /** For a stale write: the record as it stands, so that the screen can merge. */
  current?: unknown;
  /** For a stale write: what the caller wanted it to be. */
  yours?: unknown;
}

/** The request is understood and not done; `message` is a sentence for the user. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: Details;

  constructor(code: RefusalCode, message: string, details: Details = {}) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}

/** Throws the refusal unless the condition holds. */
export function ensure(
  condition: unknown,
  code: RefusalCode,
  message: string,
  details?: Details,
): asserts condition {
  if (!condition) throw new Refusal(code, message, details);
}
