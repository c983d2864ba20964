/** A value that changes over time. A test can wait for a value that matches, without polling. */
export class WatchedValue<Value> {
  #value: Value;
  readonly #waiting = new Set<{
    readonly matches: (value: Value) => boolean;
    readonly fulfil: (value: Value) => void;
  }>();

  constructor(value: Value) {
    this.#value = value;
  }

  get value(): Value {
    return this.#value;
  }

  set(value: Value): void {
    this.#value = value;
    for (const waiter of this.#waiting) {
      if (!waiter.matches(value)) continue;
      this.#waiting.delete(waiter);
      waiter.fulfil(value);
    }
  }

  /** Resolves with the first value that matches, at once if the present one does. Never rejects; give it a deadline with {@link rejectAfter}. */
  until(matches: (value: Value) => boolean): Promise<Value> {
    if (matches(this.#value)) return Promise.resolve(this.#value);
    return new Promise((fulfil) => this.#waiting.add({ matches, fulfil }));
  }
}

/** Returns the promise's value. Rejects after `timeoutMs` with an error that explains what did not happen. */
export async function rejectAfter<Value>(
  promise: Promise<Value>,
  timeoutMs: number,
  explain: () => string,
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${explain()} (waited ${timeoutMs} ms)`)), timeoutMs);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
