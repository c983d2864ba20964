/** The replies that are being made, so that a stop can wait for them. */
export class RepliesUnderWay {
  readonly #replies = new Set<Promise<void>>();

  add(reply: Promise<void>): void {
    this.#replies.add(reply);
    // `reply` never rejects: it is the boundary's own promise.
    void reply.finally(() => this.#replies.delete(reply));
  }

  /** Resolves once none is left, those included that are added meanwhile. */
  async finished(): Promise<void> {
    while (this.#replies.size > 0) await Promise.allSettled(this.#replies);
  }
}
