import * as z from 'zod/mini';

// Patterns and not functions, so that the API's description can say them. Each holds for a text that is trimmed.

/** Something to see: a letter, a digit or a sign, not only spaces, marks and invisible characters. */
const visible = '[\\p{L}\\p{N}\\p{P}\\p{S}]';
/** Control characters, invisible ones such as zero-width spaces, halves of a character, and what Unicode has not given out. */
const unfitForLine = '[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]';
/** The same for a text of several lines, in which a phone's keyboard may also join signs. */
const unfitForText = '(?![\\n\\r\\t])[\\p{Cc}\\p{Cs}\\p{Cn}]';

const line = `(?!\\s)(?=.*${visible})(?!.*${unfitForLine}).*\\S`;
const text = `(?!\\s)(?=[\\s\\S]*${visible})(?![\\s\\S]*${unfitForText})[\\s\\S]*\\S`;

/** What a line is, for those who only ask: it says nothing of its length. */
export const linePattern = new RegExp(`^${line}$`, 'u');

/** One line that every list, index and export can carry, such as a name. */
export const lineOf = (most: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(most), z.regex(linePattern));

/** A text by a person to a person, of several lines if need be; `least` may be 0. */
export const textOf = (least: number, most: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(least),
      z.maxLength(most),
      z.regex(new RegExp(least === 0 ? `^(?:${text})?$` : `^${text}$`, 'u')),
    );
