import type { CommandHead } from '#functions/domain/command.ts';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import type { Target, TargetLine } from '#functions/domain/plan/target.ts';
import type { ImportKind, Told } from '../importKind.ts';
import { tried, type Tried } from './merged.ts';
import type { TargetRow } from './targetRows.ts';

type Put = (figure: string, body: CommandHead & { lines: TargetLine[]; reason?: string }) => Promise<Target>;

/**
 * Tries and sends a file of targets: a command for each figure, whose key is the request's own, so that going on after an
 * interruption does none of them twice. Trying asks nobody: the rule is the function's own.
 */
export function sender(
  { pack, targets }: { pack: CountryPack; targets: Target[] },
  put: Put,
): ImportKind<TargetRow>['send'] {
  const known = new Map(targets.map((target) => [target.figure, target]));
  const done = new Map<string, Tried>();
  return async ({ idempotencyKey, isDryRun, rows }) => {
    const told = new Map<TargetRow, Told>();
    const figures = [...new Set(rows.map(({ figure }) => figure))];
    for (const [index, figure] of figures.entries()) {
      const own = rows.filter((row) => row.figure === figure);
      const key = `${idempotencyKey}-${index}`;
      const before = known.get(figure);
      const { lines, reason, told: results } = done.get(key) ?? tried(before, own, pack);
      for (const [at, row] of own.entries()) told.set(row, results[at] ?? { outcome: 'unchanged' });
      if (isDryRun || done.has(key) || results.some(({ outcome }) => outcome === 'refused')) continue;
      const head = { basedOn: before?.version ?? 0, idempotencyKey: key };
      known.set(figure, await put(figure, { ...head, lines, ...(reason && { reason }) }));
      done.set(key, { figure, lines, told: results });
    }
    return rows.map((row) => told.get(row) ?? { outcome: 'unchanged' });
  };
}
