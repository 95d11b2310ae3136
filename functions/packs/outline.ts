import files from '#outline';
import * as z from 'zod/mini';
import { OutlineFiles, outlineIn, type Outline } from '../domain/map/outline.ts';

const byCountry = z.record(z.string(), OutlineFiles).parse(files);

/** The small picture of a country; undefined where nobody has made any. */
export function outlineOf(country: string): Outline | undefined {
  const own = byCountry[country];
  return own && outlineIn(own);
}
