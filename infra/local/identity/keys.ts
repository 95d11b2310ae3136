import { exportJWK, generateKeyPair } from 'jose';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { UserError } from '../userError.ts';
import { keep } from '../data/disk.ts';

const Keys = z.object({
  /** What tokens are signed with: private JSON Web Keys. */
  signing: z.array(
    z.looseObject({
      kty: z.literal('RSA'),
      kid: z.string(),
      use: z.string(),
      alg: z.string(),
      n: z.string(),
      e: z.string(),
    }),
  ),
  /** What cookies are signed with. */
  cookies: z.array(z.string()),
});

/** The provider's secrets. */
export type Keys = z.infer<typeof Keys>;

async function newKeys(): Promise<Keys> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = {
    ...(await exportJWK(privateKey)),
    kid: randomBytes(8).toString('hex'),
    use: 'sig',
    alg: 'RS256',
  };
  return Keys.parse({ signing: [key], cookies: [randomBytes(32).toString('base64url')] });
}

function parsed(file: string, kept: string): Keys {
  try {
    return Keys.parse(JSON.parse(kept));
  } catch {
    throw new UserError(`The file ${file} is damaged. Remove it: people only have to sign in again.`);
  }
}

/** The keys kept in `file`, made when it is not there: whoever is signed in stays so over a restart. */
export async function keysIn(file: string): Promise<Keys> {
  if (existsSync(file)) return parsed(file, readFileSync(file, 'utf8'));
  const keys = await newKeys();
  keep(file, JSON.stringify(keys));
  return keys;
}
