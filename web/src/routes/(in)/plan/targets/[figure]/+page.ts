import { error } from '@sveltejs/kit';
import { planApi } from 'virtual:api/plan';
import { catalogueOf } from '#functions/domain/figureCatalogue.ts';
import { may, nation } from '#functions/domain/permissions.ts';
import { isPlannable } from '#functions/domain/plan/plannable.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { figure: name }, parent }) => {
  const [pack, { caller }] = await Promise.all([countryPack(), parent()]);
  if (!may(caller, 'writePlan', nation)) error(403);
  const figure = catalogueOf(pack).get(name);
  if (!figure || !isPlannable(figure)) error(404);
  const history = planApi.targetHistory({ params: { figure: name } }).then(({ body }) => body.lines);
  const [{ body }] = await Promise.all([planApi.whole({}), waitBriefly(history)]);
  const target = body.targets.find((one) => one.figure === name) ?? { figure: name, lines: [], version: 0 };
  return { pack, figure, target, history, back: `/plan?figure=${name}` };
};
