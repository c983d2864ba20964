/** The replies that are being made, so that a stop can wait for them. */
export class PendingReplies {
  readonly #replies = new Set<Promise<void>>();
  readonly #onFailure: (error: unknown) => void;

  /** What a reply fails with though it has a boundary of its own is told to `onFailure`, and ends nothing else. */
  constructor(onFailure: (error: unknown) => void) {
    this.#onFailure = onFailure;
  }

  add(reply: Promise<void>): void {
    const ended = reply.catch(this.#onFailure).finally(() => this.#replies.delete(ended));
    this.#replies.add(ended);
  }

  /** Resolves once none is left, those included that are added meanwhile. */
  async finished(): Promise<void> {
    while (this.#replies.size > 0) await Promise.allSettled(this.#replies);
  }
}
