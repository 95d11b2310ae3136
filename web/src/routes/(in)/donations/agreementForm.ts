import type { Day } from '#functions/domain/calendar.ts';
import { organisationRoles, type Agreement, type Donation } from '#functions/domain/equipment/donation.ts';
import { filled, isDayWithin, rebased, type TypedRow } from '#lib/record/typed.ts';
import { slugOf } from '#lib/record/slug.ts';
import { faultsOfTerms, termsOf, typedTerms, type TypedTerms } from './iatiForm.ts';
import { emptyLine, faultsOfLine, lineOf, mergedLines, typedLine, type TypedLine } from './typedLine.ts';

/** What the form holds, all of it as it was typed. */
export interface Typed {
  donorId: string;
  title: string;
  reference: string;
  pledgedOn: string;
  agreedOn: string;
  endsOn: string;
  /** The part in it and the name of each organisation. */
  organisations: TypedRow[];
  currency: string;
  lines: TypedLine[];
  note: string;
  iati: TypedTerms;
}

/** The form of a donation that is to be entered. */
export function emptyForm(donorId = ''): Typed {
  return {
    donorId,
    title: '',
    reference: '',
    pledgedOn: '',
    agreedOn: '',
    endsOn: '',
    organisations: [],
    currency: 'USD',
    lines: [emptyLine([])],
    note: '',
    iati: typedTerms(),
  };
}

/** The form of a donation that there is. */
export function formOf(donation: Donation): Typed {
  const {
    donorId,
    title,
    reference = '',
    pledgedOn,
    agreedOn = '',
    endsOn = '',
    currency,
    note = '',
  } = donation;
  return {
    donorId,
    title,
    reference,
    pledgedOn,
    agreedOn,
    endsOn,
    organisations: (donation.organisations ?? []).map(({ role, name }) => ({ choice: role, text: name })),
    currency,
    lines: donation.lines.map((line) => typedLine(line, currency)),
    note,
    iati: typedTerms(donation.iati),
  };
}

/** What was typed on top of what somebody else has made of it: of lines that both have, each field by itself. */
export function mergedForm(typed: Typed, begun: Typed, current: Typed): Typed {
  const lines = mergedLines(typed.lines, begun.lines, current.lines);
  const isSettled = lines.some(({ planned }) => planned > 0);
  return { ...rebased(typed, begun, current), lines, ...(isSettled && { currency: current.currency }) };
}

/** The days between which those of an agreement lie. */
interface Bounds {
  programmeStart: Day;
  today: Day;
}

export const lastEnd: Day = '2099-12-31';

/** The fields that are not right yet, named as the API names them. */
export function faultyFields(typed: Typed, { programmeStart, today }: Bounds): string[] {
  const { pledgedOn, agreedOn, endsOn } = typed;
  const isRight: Record<string, boolean> = {
    donorId: typed.donorId !== '',
    title: typed.title.trim() !== '',
    pledgedOn: isDayWithin(pledgedOn, programmeStart, today),
    agreedOn: !agreedOn || isDayWithin(agreedOn, pledgedOn, today),
    endsOn: !endsOn || isDayWithin(endsOn, agreedOn || pledgedOn, lastEnd),
    organisations: filled(typed.organisations).every(({ choice, text }) => choice && text),
    currency: typed.currency !== '',
  };
  const lines = typed.lines.flatMap((line, index) =>
    faultsOfLine(line, typed.currency, today).map((field) => `lines.${index}.${field}`),
  );
  return [...Object.keys(isRight).filter((field) => !isRight[field]), ...lines, ...faultsOfTerms(typed.iati)];
}

/** The form as the API takes it; what was left empty is left out. */
export function agreementOf(typed: Typed): Agreement {
  const { pledgedOn, agreedOn, endsOn, currency } = typed;
  const [title, reference, note] = [typed.title, typed.reference, typed.note].map((text) => text.trim());
  const organisations = filled(typed.organisations).flatMap(({ choice, text }) => {
    const role = organisationRoles.find((known) => known === choice);
    return role ? [{ role, name: text }] : [];
  });
  return {
    title: title ?? '',
    ...(reference && { reference }),
    pledgedOn,
    ...(agreedOn && { agreedOn }),
    ...(endsOn && { endsOn }),
    ...(organisations.length > 0 && { organisations }),
    currency,
    lines: typed.lines.map((line) => lineOf(line, typed)),
    ...(note && { note }),
    ...termsOf(typed.iati),
  };
}

/** An identifier for a new donation, which says its title to those who read it in an address. */
export function donationIdFor(title: string, random: string): string {
  return ['aid', slugOf(title, 24), random].filter(Boolean).join('-');
}
