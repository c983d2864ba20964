/** A browser opens six connections to a server at most; some windows may show the page. */
const MAX_STREAMS = 8;

/** A page that does not read what it is told has gone. */
const MAX_WAITING_BYTES = 64 * 1024;

/** The part of an open response that is needed. */
interface Stream {
  write(text: string): unknown;
  end(): unknown;
  destroy(): unknown;
  readonly writableLength: number;
  once(event: 'close', listener: () => void): unknown;
}

/** Tells every open page what happens, as server-sent events. */
export class EventStreams {
  readonly #streams = new Set<Stream>();

  /** Adds an open response. The earliest ends where there would be too many. */
  add(stream: Stream): void {
    const [earliest] = this.#streams;
    if (this.#streams.size >= MAX_STREAMS && earliest !== undefined) {
      this.#streams.delete(earliest);
      earliest.end();
    }
    this.#streams.add(stream);
    stream.once('close', () => this.#streams.delete(stream));
  }

  /** Sends an event without a content: pages then ask for what they show. */
  send(name: string): void {
    for (const stream of this.#streams) {
      if (stream.writableLength > MAX_WAITING_BYTES) stream.destroy();
      else stream.write(`event: ${name}\ndata:\n\n`);
    }
  }

  end(): void {
    for (const stream of this.#streams) stream.end();
    this.#streams.clear();
  }
}
