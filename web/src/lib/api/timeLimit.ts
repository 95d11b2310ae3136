/**
 * How long the network may take, in milliseconds. The smallest line that still is one, 2G at 10 kbit/s with seconds of
 * delay, carries a report of 2 KB in about ten seconds and a facility's answers of 20 KB in twenty. A command has
 * longer: the sooner it is given up, the more often it is sent again although the server has it.
 */
const limits = { read: 30_000, command: 60_000 };

/** After how many milliseconds a request counts as unanswered. */
export function limitOf(method: string): number {
  return method === 'GET' ? limits.read : limits.command;
}

/** A signal that ends a read which the network does not answer in time. */
export function timeLimit(): AbortSignal {
  return AbortSignal.timeout(limits.read);
}
