import { createHash, timingSafeEqual } from 'node:crypto';

/** 256 bits, which nobody guesses. */
const SECRET_BYTES = 32;
/** Somebody may open the page in some browsers; each keeps a cookie of its own. */
const MAX_COOKIES = 8;

/** The cookie of one playground. Another one on the same machine has another port, which the browser does not tell apart. */
const COOKIE_NAME = 'footnote-playground';

/** Lets in whoever has the printed address: its token is exchanged for a cookie, once. */
export class Session {
  readonly #randomBytes: (count: number) => Buffer;
  #tokenHash: Buffer | null = null;
  readonly #cookieHashes: Buffer[] = [];

  /** @param randomBytes unguessable */
  constructor(randomBytes: (count: number) => Buffer) {
    this.#randomBytes = randomBytes;
  }

  /** Makes a token that can be exchanged once. The one before is void from now on. */
  issueToken(): string {
    const token = this.#createSecret();
    this.#tokenHash = hash(token);
    return token;
  }

  /** Exchanges a token for the value of a cookie. Returns null for a wrong or used one. */
  exchange(token: string): string | null {
    if (this.#tokenHash === null || !timingSafeEqual(this.#tokenHash, hash(token))) return null;
    this.#tokenHash = null;
    const cookie = this.#createSecret();
    this.#cookieHashes.push(hash(cookie));
    if (this.#cookieHashes.length > MAX_COOKIES) this.#cookieHashes.shift();
    return cookie;
  }

  /** Returns whether a `Cookie` header holds a cookie of this session. Other servers of the machine may have set others of its name. */
  accepts(cookieHeader: string | undefined): boolean {
    return readCookies(cookieHeader ?? '').some((value) => {
      const found = hash(value);
      return this.#cookieHashes.some((known) => timingSafeEqual(known, found));
    });
  }

  #createSecret(): string {
    return this.#randomBytes(SECRET_BYTES).toString('base64url');
  }
}

/** Returns the value of a `Set-Cookie` header. Scripts cannot read the cookie, and no other site sends it along. */
export function buildSetCookie(value: string, path: string): string {
  return `${COOKIE_NAME}=${value}; Path=${path}; HttpOnly; SameSite=Strict`;
}

/** Hashes of equal length can be compared in a time that tells nothing. */
function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function readCookies(header: string): readonly string[] {
  return header.split(';').flatMap((part) => {
    const at = part.indexOf('=');
    return part.slice(0, at).trim() === COOKIE_NAME ? [part.slice(at + 1).trim()] : [];
  });
}
