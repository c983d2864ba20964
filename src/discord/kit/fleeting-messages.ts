import type { Message } from 'discord.js';

/** Long enough to read a line, and short enough not to fill a channel. */
const SHOWN_MS = 10_000;

interface FleetingMessagesOptions {
  /** Calls `work` after `delayMs`, unless the returned function is called before. */
  readonly startTimer: (work: () => void, delayMs: number) => () => void;
  /** Receives the error when a message cannot be deleted. It then stays. */
  readonly onFailure: (error: unknown) => void;
}

/** Messages of the bot that it deletes again after ten seconds, or when it stops. */
export class FleetingMessages {
  readonly #options: FleetingMessagesOptions;
  /** Maps each message to the function that stops its timer. */
  readonly #shown = new Map<Pick<Message, 'delete'>, () => void>();

  constructor(options: FleetingMessagesOptions) {
    this.#options = options;
  }

  /** Deletes a message after ten seconds. */
  add(message: Pick<Message, 'delete'>): void {
    this.#shown.set(
      message,
      this.#options.startTimer(() => void this.#delete(message), SHOWN_MS),
    );
  }

  /** Deletes all messages at once. Never rejects. */
  async deleteAll(): Promise<void> {
    await Promise.all([...this.#shown.keys()].map((message) => this.#delete(message)));
  }

  async #delete(message: Pick<Message, 'delete'>): Promise<void> {
    this.#shown.get(message)?.();
    this.#shown.delete(message);
    try {
      await message.delete();
    } catch (error) {
      this.#options.onFailure(error);
    }
  }
}
