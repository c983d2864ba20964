import { readErrorCode } from '../../kit/system.ts';

/** How long Discord may take. */
const PATIENCE_MS = 10_000;
/** Two hundred servers take some 100 kB. */
const MAX_BYTES = 4 * 1024 * 1024;

/** What Discord answered, or why it did not. */
export type DiscordAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** Parsed JSON; null where it is none. */
      readonly body: unknown;
      /** When Discord sent it, in milliseconds since 1970, or null where it does not say. */
      readonly sentAtMs: number | null;
    }
  | { readonly kind: 'unreachable'; readonly code: string };

/** Asks Discord's REST interface, and changes nothing there. */
export class DiscordClient {
  readonly #base: string;
  readonly #token: string;

  /** @param apiUrl the base address, without the version */
  constructor({ apiUrl, token }: { readonly apiUrl: string; readonly token: string }) {
    this.#base = `${apiUrl}/v10`;
    this.#token = token;
  }

  /** Never rejects. */
  async get(path: string): Promise<DiscordAnswer> {
    try {
      const response = await fetch(`${this.#base}${path}`, {
        headers: { Authorization: `Bot ${this.#token}`, 'User-Agent': 'DiscordBot (footnote, doctor)' },
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const sentAtMs = Date.parse(response.headers.get('date') ?? '');
      return {
        kind: 'answer',
        status: response.status,
        body: parseJson(await readText(response)),
        sentAtMs: Number.isNaN(sentAtMs) ? null : sentAtMs,
      };
    } catch (error) {
      const { cause } = error instanceof Error ? error : { cause: undefined };
      return { kind: 'unreachable', code: readErrorCode(cause ?? error) };
    }
  }
}

async function readText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
