import { createHash } from 'node:crypto';
import { cleanFileName, findContentType } from './file-names.ts';
import type { World } from './world.ts';

/** A file that somebody hands over. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the sender says it is; Discord goes by the name's ending when absent. */
  readonly contentType?: string;
  /** The name reaches the bot as it is, path separators and all. Discord lets no such name through. */
  readonly isNameForged?: boolean;
}

/** A file beside a message or an option, as Discord sends it. */
export interface Attachment {
  readonly id: string;
  readonly filename: string;
  /** The name before it was cleaned; absent when it is the same. */
  readonly title?: string;
  readonly description?: string;
  readonly size: number;
  readonly url: string;
  readonly proxy_url: string;
  readonly content_type?: string;
  /** Belongs to an interaction, not to a message. */
  readonly ephemeral?: true;
}

/** A file that Discord keeps. */
export interface StoredFile {
  readonly attachment: Attachment;
  readonly bytes: Uint8Array;
}

/** How long an address is good: a day. */
const ADDRESS_LIFETIME_MS = 24 * 60 * 60_000;

/**
 * Keeps a file and says what Discord sends of it.
 *
 * @param channelId of the message that it belongs to; absent for what a user hands to a command or a modal.
 */
export function storeFile(world: World, upload: Upload, channelId?: string): Attachment {
  const { name, bytes, contentType, isNameForged = false } = upload;
  const id = world.newId();
  const clean = cleanFileName(name);
  const filename = isNameForged ? name : clean;
  const type = contentType ?? findContentType(clean);
  const folder =
    channelId === undefined ? `ephemeral-attachments/${world.bot.id}` : `attachments/${channelId}`;
  const address = addressOf(`/${folder}/${id}/${clean}`, world.now());
  const attachment = {
    id,
    filename,
    ...(filename === name ? {} : { title: name.replace(/\.\w+$/, '') }),
    size: bytes.length,
    url: `${world.origin}${address}`,
    proxy_url: `${world.origin}${address}`,
    ...(type === undefined ? {} : { content_type: type }),
    ...(channelId === undefined ? { ephemeral: true as const } : {}),
  };
  world.files.set(id, { attachment, bytes });
  return attachment;
}

/** The query says until when the address is good, since when, and that nobody has changed it. */
function addressOf(path: string, now: number): string {
  const [from, until] = [now, now + ADDRESS_LIFETIME_MS].map((ms) => Math.floor(ms / 1000).toString(16));
  const signature = createHash('sha256').update(`${path} ${until}`).digest('hex');
  return `${path}?ex=${until}&is=${from}&hm=${signature}&`;
}

/** The file under this address; undefined when there is none, or the address is changed or too old. */
export function findFile(
  world: World,
  id: string,
  { path, query }: { readonly path: string; readonly query: URLSearchParams },
): StoredFile | undefined {
  const file = world.files.get(id);
  if (!file) return undefined;
  const { pathname, searchParams } = new URL(file.attachment.url);
  const isUnchanged = pathname === path && searchParams.toString() === query.toString();
  const until = Number.parseInt(query.get('ex') ?? '', 16) * 1000;
  return isUnchanged && world.now() < until ? file : undefined;
}
