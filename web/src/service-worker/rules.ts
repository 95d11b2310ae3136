/** Whether a request asks for one of the app's own pages, all of which are the same file. */
export function isShellRequest(mode: string, pathname: string): boolean {
  return mode === 'navigate' && !/^\/(api|identity|_app)\//.test(pathname) && !/\.\w+$/.test(pathname);
}

/** What was asked for if it comes in time and at all, else the other; milliseconds. */
export async function within<T>(patience: number, asked: Promise<T>, other: T): Promise<T> {
  const late = new Promise<T>((resolve) => setTimeout(() => resolve(other), patience));
  return Promise.race([asked.catch(() => other), late]);
}
