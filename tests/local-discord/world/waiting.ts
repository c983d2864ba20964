/** Lets a test wait until a value that changes over time is as it wishes, without polling. */
export class Watched<Value> {
  #value: Value;
  readonly #waiting = new Set<{
    readonly wish: (value: Value) => boolean;
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
      if (!waiter.wish(value)) continue;
      this.#waiting.delete(waiter);
      waiter.fulfil(value);
    }
  }

  /** Resolves at once when the value is already as wished. Never rejects; bound it with `within`. */
  until(wish: (value: Value) => boolean): Promise<Value> {
    if (wish(this.#value)) return Promise.resolve(this.#value);
    return new Promise((fulfil) => this.#waiting.add({ wish, fulfil }));
  }
}

/** The promise's value, or an error that says what was waited for when nothing came within `timeoutMs`. */
export async function within<Value>(
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
