import { relative } from 'node:path';
import { UserError } from '../local/userError.ts';
import { boundariesFile, packFile, readJson } from '../packs.ts';
import { packFaults } from './packFaults.ts';

/** Refuses to build a country whose pack or boundaries are not right, with all that is wrong in sentences. */
export function ensurePack(country: string): void {
  const file = packFile(country);
  const boundaries = boundariesFile(country);
  const faults = packFaults(readJson(file), boundaries && readJson(boundaries));
  if (faults.length === 0) return;
  throw new UserError(
    `${relative(process.cwd(), file)} cannot be built yet:\n${faults.map((each) => `  - ${each}`).join('\n')}`,
  );
}
