import { createRefusal } from '../../requests/kit/user-facing-error.ts';

const MAX_MS = 10_000;

/**
 * The bytes of a file that somebody has attached, from the address that Discord gave for it.
 *
 * @throws {UserFacingError} `upload-lost` where it cannot be fetched
 */
export async function download(url: string): Promise<Uint8Array> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(MAX_MS) });
    if (!response.ok) throw new Error(`fetching an attachment gave the status ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw createRefusal({ kind: 'upload-lost' }, { cause });
  }
}
