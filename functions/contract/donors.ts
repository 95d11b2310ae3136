import * as z from 'zod/mini';
import { CommandHead } from '../domain/command.ts';
import { Donor, NewDonorProfile } from '../domain/equipment/donor.ts';
import { DonorId } from '../domain/equipment/giverIds.ts';
import { answer, history, nothing, params, signedIn } from './route.ts';

const donorPath = { donorId: DonorId };

export const donorRoutes = {
  list: signedIn('GET', '/donors')
    .input(nothing)
    .output(answer(z.strictObject({ donors: z.array(Donor) }))),
  register: signedIn('POST', '/donors')
    .input(z.extend(nothing, { body: z.extend(NewDonorProfile, { ...CommandHead.shape, ...donorPath }) }))
    .output(answer(Donor)),
  get: signedIn('GET', '/donors/{donorId}').input(params(donorPath)).output(answer(Donor)),
  edit: signedIn('PUT', '/donors/{donorId}')
    .input(z.extend(params(donorPath), { body: z.extend(NewDonorProfile, CommandHead.shape) }))
    .output(answer(Donor)),
  history: signedIn('GET', '/donors/{donorId}/history').input(params(donorPath)).output(history),
};
