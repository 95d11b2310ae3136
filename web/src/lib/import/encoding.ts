import { FileFault } from './fileFault.ts';

const marks: [encoding: string, bytes: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** A file's text: in the encoding that its mark says, or else in UTF-8, or else in the one of older Cyrillic Windows. */
export function textOf(bytes: Uint8Array): string {
  const marked = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  const text = marked ? decoded(bytes, marked[0]) : (utf8In(bytes) ?? decoded(bytes, 'windows-1251'));
  // No text has it: it is another kind of file.
  if (text.includes('\0')) throw new FileFault('unreadable');
  return text;
}

function decoded(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new FileFault('cut', cause);
  }
}

/** Undefined for what is no UTF-8. A file that ends within a letter is: it was cut. */
function utf8In(bytes: Uint8Array): string | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text: string;
  try {
    text = decoder.decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
  // A lone letter of Windows-1251 at the very end looks like the beginning of one in UTF-8.
  const isAllPlain = [...text].every((letter) => letter < '\u0080');
  try {
    return text + decoder.decode();
  } catch (cause) {
    if (isAllPlain) return undefined;
    throw new FileFault('cut', cause);
  }
}
