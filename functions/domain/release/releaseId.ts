import { Month } from '../calendar.ts';
import { ensure } from '../refusal.ts';
import { signsOf } from '../signs.ts';

/** Letters that nobody takes for another or for a digit; as many as a prime number, which the check letter needs. */
const letters = 'abcdefghjkmnpqrstuvwxyz';
const checkedLetters = 5;

/** What a release's id says: of which month, in which version, and the letters that stand for its content. */
export interface ReleaseCode {
  month: Month;
  version: number;
  letters: string;
}

/** Letters for a digest in hexadecimal digits. */
export function lettersOf(digest: string): string {
  return signsOf(BigInt(`0x${digest}`), letters, checkedLetters);
}

/** The id of a release, such as `2024-11.1-kfmwqz`: its last letter checks all that stands before it. */
export function releaseIdOf({ month, version, letters: own }: ReleaseCode): string {
  const checked = `${month}.${version}-${own}`;
  return `${checked}${checkLetterOf(checked)}`;
}

/** Every place counts with a weight of its own, so that one other character, or two that changed places, are noticed. */
function checkLetterOf(checked: string): string {
  const values = [...checked].flatMap((sign) => {
    if (sign >= '0' && sign <= '9') return [Number(sign)];
    const at = letters.indexOf(sign);
    return at < 0 ? [] : [at];
  });
  const sum = values.reduceRight((all, value, index) => all + value * (values.length - index), 0);
  return letters[sum % letters.length] ?? '';
}

/** How an id is written, as a regular expression. */
export const releaseIdForm = `(\\d{4}-\\d\\d)\\.([1-9]\\d{0,2})-([${letters}]{${checkedLetters}})[${letters}]`;
const form = new RegExp(`^${releaseIdForm}$`);

/** What an id says; refuses one that was altered, as its last letter tells. */
export function releaseCode(releaseId: string): ReleaseCode {
  const [, month = '', version, own = ''] = form.exec(releaseId) ?? [];
  const code = { month, version: Number(version), letters: own };
  ensureUnaltered(Month.safeParse(month).success && releaseIdOf(code) === releaseId);
  return code;
}

/** Refuses an id that is no release's, but nearly one's. */
export function ensureUnaltered(isAsGiven: boolean): void {
  ensure(
    isAsGiven,
    'alteredId',
    'This is not the id that a release was given: some of it was altered. Copy it again from where you found it.',
    { field: 'releaseId' },
  );
}
