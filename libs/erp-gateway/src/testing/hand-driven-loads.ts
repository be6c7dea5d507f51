import type { Load } from '../cache/cache-read';

interface StartedLoad<V> {
  readonly signal: AbortSignal;
  readonly answer: (value: V, tags?: readonly string[]) => void;
  readonly fail: (error: Error) => void;
}

/** Loads that end when the test says so. */
export class HandDrivenLoads<V> {
  readonly started: StartedLoad<V>[] = [];
  running = 0;
  mostRunning = 0;

  readonly load: Load<V> = (signal) => {
    const { promise, resolve, reject } = Promise.withResolvers<{ value: V; tags: readonly string[] }>();
    this.running += 1;
    this.mostRunning = Math.max(this.mostRunning, this.running);
    const end = <A extends unknown[]>(act: (...args: A) => void) => {
      return (...args: A): void => {
        this.running -= 1;
        act(...args);
      };
    };
    this.started.push({
      signal,
      answer: end((value: V, tags: readonly string[] = []) => resolve({ value, tags })),
      fail: end(reject),
    });
    return promise;
  };

  /** The nth load that began, from 0. */
  at(index: number): StartedLoad<V> {
    const load = this.started[index];
    if (load === undefined) throw new RangeError(`only ${this.started.length} loads began`);
    return load;
  }
}
