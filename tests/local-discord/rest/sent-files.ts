import type { Fields } from '../fields.ts';
import { isFields } from '../fields.ts';
import type { AttachmentView } from '../rules/body-views.ts';
import { cleanFileName } from '../world/file-names.ts';
import { type Attachment, storeFile } from '../world/files.ts';
import type { World } from '../world/world.ts';
import type { SentFile } from './request-body.ts';

/** Where the files of a message go. */
interface Target {
  readonly world: World;
  readonly channelId: string;
  readonly files: readonly SentFile[];
  /** What an edit finds there; empty for a new message. */
  readonly before: readonly AttachmentView[];
}

/**
 * The body with its files kept, and with `attachments` as they stand afterwards: those of before that it names, or all
 * when it names none, and then the new ones.
 *
 * @see https://docs.discord.com/developers/reference#editing-message-attachments
 */
export function storeFiles(body: Fields, { world, channelId, files, before }: Target): Fields {
  const { attachments } = body;
  if (attachments === undefined && files.length === 0) return body;
  const named = Array.isArray(attachments) ? attachments.filter(isFields) : undefined;
  const kept = named ? before.filter(({ id }) => named.some((each) => each['id'] === id)) : before;
  const added = files.map((file) =>
    described(
      storeFile(world, file, channelId),
      named?.find(({ id }) => String(id) === file.at),
    ),
  );
  return { ...body, attachments: [...kept, ...added] };
}

/** A file is described, and may be named anew, in the body's own list. */
function described(attachment: Attachment, { description, filename }: Fields = {}): Attachment {
  return {
    ...attachment,
    ...(typeof description === 'string' ? { description } : {}),
    ...(typeof filename === 'string' ? { filename: cleanFileName(filename) } : {}),
  };
}
