import { parsed } from './parsed.ts';
import { rulesBroken } from './rules.ts';
import { schemaFaults } from './schema.ts';

/** What is wrong with a file, by the schema's structure and by the standard's rules; throws where it is not well-formed. */
export function faultsIn(xml: string, today: string): string[] {
  const root = parsed(xml);
  return [...schemaFaults(root), ...rulesBroken(root, today)];
}
