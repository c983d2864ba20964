import { WatchedValue } from './world/watched-value.ts';
import type { RequestRecord } from './world/world.ts';

/** Every request of the bot, in the order in which they were answered. */
export class RequestLog {
  readonly all: RequestRecord[] = [];
  readonly #latest = new WatchedValue<RequestRecord | undefined>(undefined);
  readonly #later: { readonly log: RequestLog; readonly matches: (record: RequestRecord) => boolean }[] = [];

  add(record: RequestRecord): void {
    this.all.push(record);
    this.#latest.set(record);
    for (const { log, matches } of this.#later) if (matches(record)) log.add(record);
  }

  /** Creates a log of the matching requests that are answered from now on. */
  fromNow(matches: (record: RequestRecord) => boolean): RequestLog {
    const log = new RequestLog();
    this.#later.push({ log, matches });
    return log;
  }

  /** Waits for the first matching request; one that was answered already counts. */
  async first(matches: (record: RequestRecord) => boolean): Promise<RequestRecord> {
    return this.all.find(matches) ?? (await this.next(matches));
  }

  /** Waits for the next matching request that is answered from now on. */
  async next(matches: (record: RequestRecord) => boolean): Promise<RequestRecord> {
    const before = this.#latest.value;
    const record = await this.#latest.until(
      (latest) => latest !== undefined && latest !== before && matches(latest),
    );
    if (!record) throw new Error('a matching record is never undefined');
    return record;
  }
}
