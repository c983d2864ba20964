/** What the operator must know though no request failed by it. */
export interface StoreTrouble {
  /** What happened and what to do, in words. */
  readonly message: string;
  readonly error: Error | null;
}

/** Nobody follows before the log is open; what happens until then is kept. */
const MAX_KEPT = 20;

/** Hands troubles of the store to whoever logs them. */
export class Troubles {
  #listener: ((trouble: StoreTrouble) => void) | null = null;
  readonly #kept: StoreTrouble[] = [];
  readonly #lasting = new Set<string>();

  /** Hands over every trouble from now on, and those from before. */
  follow(listener: (trouble: StoreTrouble) => void): void {
    this.#listener = listener;
    for (const trouble of this.#kept.splice(0)) listener(trouble);
  }

  tell(message: string, error: Error | null = null): void {
    const trouble = { message, error };
    if (this.#listener !== null) this.#listener(trouble);
    else if (this.#kept.length < MAX_KEPT) this.#kept.push(trouble);
  }

  /** Tells it the first time only, until {@link end} of the same name. */
  tellOnce(name: string, message: string, error: Error | null = null): void {
    if (this.#lasting.has(name)) return;
    this.#lasting.add(name);
    this.tell(message, error);
  }

  end(name: string): void {
    this.#lasting.delete(name);
  }
}
