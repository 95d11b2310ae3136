import { correction, generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';

/** A QR code (ISO/IEC 18004) as the path of an SVG, one unit a module, with the quiet zone left to who draws it. */
export interface QrCode {
  size: number;
  path: string;
}

/** The code of a text; a quarter of it may be scratched and it still reads. */
export function qrCode(text: string): QrCode {
  const code = generate(text, { minCorrectionLevel: correction.Q });
  return { size: code.size, path: toSvgPath(code) };
}
