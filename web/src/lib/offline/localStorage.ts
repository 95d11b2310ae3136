/** Tells whether an unknown value is an object with these fields, as what we stored ourselves is. */
export function shaped<T>(...fields: (keyof T & string)[]): (value: unknown) => value is T {
  return (value): value is T =>
    typeof value === 'object' && value !== null && fields.every((field) => field in value);
}

/** What the device had no room for; it lasts as long as the page, which goes on. */
const unstored = new Map<string, unknown>();

/** What is stored on this device under the key, if it is there and has the right shape. */
export function stored<T>(key: string, isRight: (value: unknown) => value is T): T | undefined {
  const value = unstored.has(key) ? unstored.get(key) : read(key);
  return isRight(value) ? value : undefined;
}

/** Stores a value on this device, or removes it. */
export function store(key: string, value: unknown): void {
  unstored.delete(key);
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    unstored.set(key, value);
  }
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return undefined;
  }
}
