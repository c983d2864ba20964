import type { Instruments } from '../../kit/instruments.ts';

/** What is held, beside what was at first, once so many servers have been asked. */
export interface Held {
  readonly servers: number;
  readonly bytes: number;
}

/** Looks at memory while server after server is asked: each time that so many have been, since that collects all garbage. */
export class MemoryLooks {
  readonly #instruments: Pick<Instruments, 'collectGarbage' | 'heldBytes'>;
  readonly #every: number;
  readonly #before: number;
  readonly #taken: Held[] = [];

  constructor(instruments: Pick<Instruments, 'collectGarbage' | 'heldBytes'>, every: number) {
    this.#instruments = instruments;
    this.#every = every;
    this.#before = this.#bytes();
  }

  /** So many servers have been asked. */
  pass(servers: number): void {
    if (servers % this.#every === 0) this.#look(servers);
  }

  /** So many, and no more will be. All that was seen, rising by servers. */
  end(servers: number): readonly Held[] {
    if (this.#taken.at(-1)?.servers !== servers) this.#look(servers);
    return this.#taken;
  }

  #look(servers: number): void {
    this.#taken.push({ servers, bytes: this.#bytes() - this.#before });
  }

  #bytes(): number {
    this.#instruments.collectGarbage();
    return this.#instruments.heldBytes();
  }
}
