import type { Region } from '#functions/domain/countryPack.ts';
import type { Params } from '#lib/ui/address.ts';

/** Of which equipment the funnel is: a region's, and that of one type, solution or donor. */
export interface FunnelScope {
  region?: string;
  of?: `${'type' | 'solution' | 'donor'}:${string}`;
}

/** What an address asks for; what it does not understand is left out. */
export function scopeIn(params: Pick<Params, 'get'>, regions: Pick<Region, 'code'>[]): FunnelScope {
  const region = regions.find(({ code }) => code === params.get('region'))?.code;
  const [, kind, code] =
    /^(type|solution|donor):([a-z][a-zA-Z0-9-]{1,59})$/.exec(params.get('of') ?? '') ?? [];
  const known = (['type', 'solution', 'donor'] as const).find((one) => one === kind);
  return { ...(region && { region }), ...(known && code && { of: `${known}:${code}` as const }) };
}

/** The list of equipment that is in a state, narrowed as the funnel is; it knows no donors. */
export function listOf({ region, of }: FunnelScope, choices: Record<string, string>): string {
  const [kind, code = ''] = of?.split(':') ?? [];
  const params = new URLSearchParams({
    ...(region && { region }),
    ...((kind === 'type' || kind === 'solution') && { [kind]: code }),
    ...choices,
  });
  return params.size > 0 ? `/equipment/list?${params.toString()}` : '/equipment/list';
}
