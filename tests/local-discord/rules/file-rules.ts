import { cleanFileName } from '../world/file-names.ts';
import type { EmbedView, MessageView } from './body-views.ts';
import { defineDiscordRule, defineFootnoteRule, type Rule, reportIf } from './rule.ts';

/** @see https://docs.discord.com/developers/reference#uploading-files */
const fileLimit = { files: 10, bytes: 10 * 1024 * 1024 } as const;

const ATTACHMENT = /^attachment:\/\/(.*)/;

/** Rules on the files of a message, those that an edit leaves there among them. */
export const fileRules: readonly Rule<MessageView>[] = [
  defineDiscordRule('file-count', 'BASE_TYPE_MAX_LENGTH', ({ attachments }) =>
    reportIf(
      attachments.length > fileLimit.files,
      ['attachments'],
      `${attachments.length} files, at most 10`,
    ),
  ),
  defineDiscordRule('file-size', 'BASE_TYPE_MAX_LENGTH', ({ attachments }) =>
    attachments.flatMap(({ filename, size = 0 }, at) =>
      reportIf(size > fileLimit.bytes, ['attachments', at], `${filename} has ${size} bytes, at most 10 MiB`),
    ),
  ),
  // Discord takes the message and leaves the picture out.
  defineFootnoteRule('embed-file', ({ embeds, attachments }) => {
    const names = attachments.map(({ filename }) => filename);
    return embeds.flatMap((embed, at) =>
      pictures(embed).flatMap(([place, url]) => {
        const name = ATTACHMENT.exec(url)?.[1];
        const isMissing = name !== undefined && !names.includes(cleanFileName(name));
        return reportIf(isMissing, ['embeds', at, ...place], `no file is named ${name}`);
      }),
    );
  }),
];

function pictures({ image, thumbnail, author, footer }: EmbedView) {
  return [
    [['image', 'url'], image?.url ?? ''],
    [['thumbnail', 'url'], thumbnail?.url ?? ''],
    [['author', 'icon_url'], author?.icon_url ?? ''],
    [['footer', 'icon_url'], footer?.icon_url ?? ''],
  ] as const;
}
