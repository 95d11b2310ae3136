import * as z from 'zod/mini';
import { CountryPack } from '../domain/countryPack.ts';
import { answer, nothing, open, tag, tagged } from './route.ts';

export const aboutRoutes = {
  country: open('/country').input(tag).output(tagged(CountryPack)),
  openapi: open('/openapi.json')
    .input(nothing)
    .output(answer(z.looseObject({ openapi: z.string() }))),
};
