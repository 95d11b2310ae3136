type Task = () => Promise<void>;

/** Asks for many things, but only a few at a time, in the order they were asked for. */
export class Pool {
  readonly #width: number;
  readonly #waiting: Task[] = [];
  #running = 0;

  constructor(width: number) {
    this.#width = width;
  }

  /** The answer, when its turn has come. */
  ask<T>(question: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.push(() => question().then(resolve, reject));
      this.#next();
    });
  }

  #next(): void {
    if (this.#running >= this.#width) return;
    const task = this.#waiting.shift();
    if (!task) return;
    this.#running += 1;
    void task().finally(() => {
      this.#running -= 1;
      this.#next();
    });
  }
}
