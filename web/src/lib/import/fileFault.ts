/** Why a file cannot be read at all. */
export type FileFaultKind = 'tooLarge' | 'tooManyRows' | 'oldExcel' | 'unreadable' | 'cut' | 'empty';

export class FileFault extends Error {
  readonly kind: FileFaultKind;

  constructor(kind: FileFaultKind, cause?: unknown) {
    super(`The file is ${kind}.`, { cause });
    this.name = 'FileFault';
    this.kind = kind;
  }
}
