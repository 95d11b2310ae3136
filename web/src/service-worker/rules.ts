import type { InUse } from './versions.ts';

/** Whether a request asks for one of the app's own pages, all of which are the same file. */
export function isShellRequest(mode: string, pathname: string): boolean {
  const isOurs = !/^\/($|(api|embed|identity|public|_app)\/)/.test(pathname) && !/\.[a-z]\w*$/.test(pathname);
  return mode === 'navigate' && isOurs;
}

/** Whether a request asks for the public page at the product's own address. */
export const isPublicStart = (mode: string, pathname: string): boolean =>
  mode === 'navigate' && pathname === '/';

/** What was asked for if it comes in time and is good, else the other; milliseconds. */
export async function within(patience: number, asked: Promise<Response>, other: Response): Promise<Response> {
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(other), patience));
  const good = asked.then((response) => (response.ok ? response : other));
  return Promise.race([good.catch(() => other), late]);
}

/** Whether a message says that a page is in use. */
export function isInUse(said: unknown): said is InUse {
  if (typeof said !== 'object' || said === null || !('version' in said) || !('files' in said)) return false;
  const { version, files } = said;
  return (
    typeof version === 'string' && Array.isArray(files) && files.every((path) => typeof path === 'string')
  );
}
