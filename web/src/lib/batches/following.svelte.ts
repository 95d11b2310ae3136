/** Steps that the server does so many of in one request; each request tells how many are left. */
export class Following {
  done = $state(0);
  total = $state(0);
  /** Not all is done, and the last request did not get further: somebody else's doing is not seen yet. */
  isStuck = $state(false);

  /** Asks again until nothing is left; what fails is thrown, and another run goes on from there. */
  async run(some: () => Promise<number>): Promise<void> {
    this.isStuck = false;
    let left = await some();
    [this.done, this.total] = [0, left];
    while (left > 0 && !this.isStuck) {
      const now = await some();
      this.isStuck = now >= left;
      this.done += left - now;
      left = now;
    }
  }
}
