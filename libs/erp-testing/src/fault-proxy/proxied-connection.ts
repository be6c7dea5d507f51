import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { WireFault } from './wire-fault';

/** One connection through the proxy: two sockets, and the fault between them. */
export class ProxiedConnection {
  #fault: WireFault | undefined;
  #isSilent = false;
  #answered = 0;
  readonly #ended = new AbortController();

  constructor(
    private readonly client: Socket,
    private readonly upstream: Socket,
    fault: WireFault | undefined,
  ) {
    this.apply(fault);
    // Nobody is left to hear what is held up.
    client.on('close', () => this.#ended.abort());
    this.#carry(client, upstream, (bytes) => this.#write(bytes, upstream));
    this.#carry(upstream, client, (bytes) => this.#answer(bytes));
  }

  /** Replaces the fault; counts of bytes start anew. */
  apply(fault: WireFault | undefined): void {
    this.#fault = fault;
    this.#answered = 0;
    if (fault?.kind === 'silence') this.#isSilent = true;
  }

  destroy(): void {
    this.#ended.abort();
    this.client.destroy();
    this.upstream.destroy();
  }

  #carry(from: Socket, to: Socket, pass: (bytes: Buffer) => Promise<void>): void {
    let last = Promise.resolve();
    // Neither a piece nor an end overtakes what is held up.
    const afterwards = (run: () => void) => (): void => void last.then(() => this.#isSilent || run());
    from.on('data', (bytes: Buffer) => {
      if (this.#fault?.kind === 'delay') {
        // A long way, not a narrow one: the next piece sets out before this one has arrived.
        const arrived = this.#wait(this.#fault.ms);
        last = last.then(() => arrived).then(() => this.#write(bytes, to));
      } else {
        from.pause();
        last = last.then(() => pass(bytes));
        void last.then(() => from.resume());
      }
    });
    from.on('error', () => undefined);
    from.on(
      'end',
      afterwards(() => to.end()),
    );
    from.on(
      'close',
      afterwards(() => to.destroySoon()),
    );
  }

  async #answer(bytes: Buffer): Promise<void> {
    const fault = this.#fault;
    if (fault?.kind === 'drip') return this.#drip(bytes, fault);
    if (fault?.kind !== 'cut' && fault?.kind !== 'reset') return this.#write(bytes, this.client);
    const left = Math.max(0, fault.afterBytes - this.#answered);
    this.#answered += bytes.length;
    if (left > 0) await this.#write(bytes.subarray(0, left), this.client);
    if (bytes.length < left) return;
    if (fault.kind === 'cut') this.client.end();
    else this.client.resetAndDestroy();
    this.upstream.destroy();
  }

  async #drip(bytes: Buffer, { bytes: size, everyMs }: Extract<WireFault, { kind: 'drip' }>): Promise<void> {
    for (let at = 0; at < bytes.length && !this.client.destroyed; at += size) {
      await this.#write(bytes.subarray(at, at + size), this.client);
      await this.#wait(everyMs);
    }
  }

  #write(bytes: Buffer, to: Socket): Promise<void> {
    if (this.#isSilent || to.destroyed || to.writableEnded) return Promise.resolve();
    return new Promise((resolve) => {
      to.write(bytes, () => resolve());
    });
  }

  async #wait(ms: number): Promise<void> {
    // A connection that is over has nothing to wait for.
    await Promise.allSettled([pause(ms, undefined, { signal: this.#ended.signal })]);
  }
}
