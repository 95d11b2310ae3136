let online = $state(typeof navigator === 'undefined' || navigator.onLine !== false);

if (typeof window !== 'undefined') {
  addEventListener('online', () => (online = true));
  addEventListener('offline', () => (online = false));
}

/** Whether the device thinks that it has a network; the server may be out of reach all the same. */
export function isOnline(): boolean {
  return online;
}
