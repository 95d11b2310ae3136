import { appendFileSync, closeSync, openSync } from 'node:fs';
import { messageOf } from './userError.ts';

/** A log file. A disk without room costs its lines, and never what they are about. */
export class Log {
  readonly #file: string;
  #descriptor: number | undefined;
  #isLosing = false;

  constructor(file: string) {
    this.#file = file;
  }

  write(text: string | Uint8Array): void {
    try {
      this.#descriptor ??= openSync(this.#file, 'a');
      appendFileSync(this.#descriptor, text);
      this.#isLosing = false;
    } catch (error) {
      if (!this.#isLosing) console.error(`Lines of the log ${this.#file} are lost: ${messageOf(error)}.`);
      this.#isLosing = true;
    }
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}
