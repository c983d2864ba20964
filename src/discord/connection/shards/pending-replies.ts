/** Keeps track of the replies in progress, so that a stop can wait for them. */
export class PendingReplies {
  readonly #replies = new Set<Promise<void>>();
  readonly #onFailure: (error: unknown) => void;

  /** @param onFailure receives the error of a reply that rejects although its handler should catch every error */
  constructor(onFailure: (error: unknown) => void) {
    this.#onFailure = onFailure;
  }

  add(reply: Promise<void>): void {
    const ended = reply.catch(this.#onFailure).finally(() => this.#replies.delete(ended));
    this.#replies.add(ended);
  }

  /** Resolves when no reply is left, including those that are added meanwhile. */
  async settle(): Promise<void> {
    while (this.#replies.size > 0) await Promise.allSettled(this.#replies);
  }
}
