import type { EmbedView, MessageView } from './body-views.ts';
import { isMediaLink, isWebLink } from './links.ts';
import { type Breach, checkLength, countCodePoints, defineDiscordRule, type Rule, reportIf } from './rule.ts';

type Field = NonNullable<EmbedView['fields']>[number];

/** @see https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
const embedLimit = {
  embeds: 10,
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
  total: 6000,
} as const;

/** Rules on the embeds of a message. */
export const embedRules: readonly Rule<MessageView>[] = [
  defineDiscordRule('embed-count', 'BASE_TYPE_BAD_LENGTH', ({ embeds }) =>
    reportIf(embeds.length > embedLimit.embeds, ['embeds'], `${embeds.length} embeds, at most 10`),
  ),
  defineDiscordRule('embed-empty', 'BASE_TYPE_REQUIRED', (message) =>
    eachEmbed(message, (embed) => reportIf(isEmptyEmbed(embed), [], 'an embed without anything to show')),
  ),
  lengthRule('embed-title-length', embedLimit.title, (embed) => [['title'], embed.title]),
  lengthRule('embed-description-length', embedLimit.description, (embed) => [
    ['description'],
    embed.description,
  ]),
  lengthRule('embed-footer-length', embedLimit.footer, (embed) => [['footer', 'text'], embed.footer?.text]),
  lengthRule('embed-author-length', embedLimit.author, (embed) => [['author', 'name'], embed.author?.name]),
  defineDiscordRule('embed-field-count', 'BASE_TYPE_BAD_LENGTH', (message) =>
    eachEmbed(message, ({ fields = [] }) =>
      reportIf(fields.length > embedLimit.fields, ['fields'], `${fields.length} fields, at most 25`),
    ),
  ),
  fieldRule('embed-field-name-length', 'BASE_TYPE_MAX_LENGTH', (field) =>
    checkLength(field.name, embedLimit.fieldName, ['name']),
  ),
  fieldRule('embed-field-value-length', 'BASE_TYPE_MAX_LENGTH', (field) =>
    checkLength(field.value, embedLimit.fieldValue, ['value']),
  ),
  fieldRule('embed-field-name-empty', 'BASE_TYPE_REQUIRED', (field) =>
    reportIf(!field.name?.trim(), ['name'], 'a field needs a name'),
  ),
  fieldRule('embed-field-value-empty', 'BASE_TYPE_REQUIRED', (field) =>
    reportIf(!field.value?.trim(), ['value'], 'a field needs a value'),
  ),
  defineDiscordRule('embed-total-length', 'MAX_EMBED_SIZE_EXCEEDED', ({ embeds }) => {
    const total = embeds.flatMap(countedTexts).reduce((sum, text) => sum + countCodePoints(text), 0);
    return reportIf(
      total > embedLimit.total,
      ['embeds'],
      `${total} characters over all embeds, at most 6000`,
    );
  }),
  defineDiscordRule('embed-link', 'URL_TYPE_INVALID_SCHEME', (message) => eachEmbed(message, badLinks)),
];

function eachEmbed(
  message: MessageView,
  breaches: (embed: EmbedView) => readonly Breach[],
): readonly Breach[] {
  return message.embeds.flatMap((embed, at) =>
    breaches(embed).map((breach) => ({ ...breach, path: ['embeds', at, ...breach.path] })),
  );
}

function lengthRule(
  name: string,
  max: number,
  read: (embed: EmbedView) => readonly [path: readonly string[], text: string | undefined],
): Rule<MessageView> {
  return defineDiscordRule(name, 'BASE_TYPE_MAX_LENGTH', (message) =>
    eachEmbed(message, (embed) => {
      const [path, text] = read(embed);
      return checkLength(text, max, path);
    }),
  );
}

function fieldRule(
  name: string,
  code: string,
  breaches: (field: Field) => readonly Breach[],
): Rule<MessageView> {
  return defineDiscordRule(name, code, (message) =>
    eachEmbed(message, ({ fields = [] }) =>
      fields.flatMap((field, at) =>
        breaches(field).map((breach) => ({ ...breach, path: ['fields', at, ...breach.path] })),
      ),
    ),
  );
}

function isEmptyEmbed(embed: EmbedView): boolean {
  const pictures = [embed.image?.url, embed.thumbnail?.url];
  return ![...countedTexts(embed), ...pictures].some((text) => text?.trim());
}

/** The texts that count towards the 6,000; links and the timestamp do not. */
function countedTexts(embed: EmbedView): readonly (string | undefined)[] {
  const fields = (embed.fields ?? []).flatMap((field) => [field.name, field.value]);
  return [embed.title, embed.description, embed.footer?.text, embed.author?.name, ...fields];
}

function badLinks(embed: EmbedView): readonly Breach[] {
  const pages = [
    [['url'], embed.url],
    [['author', 'url'], embed.author?.url],
  ] as const;
  const pictures = [
    [['author', 'icon_url'], embed.author?.icon_url],
    [['footer', 'icon_url'], embed.footer?.icon_url],
    [['image', 'url'], embed.image?.url],
    [['thumbnail', 'url'], embed.thumbnail?.url],
  ] as const;
  return [
    ...pages.flatMap(([path, link]) => reportIf(!!link && !isWebLink(link), path, `${link} is not http(s)`)),
    ...pictures.flatMap(([path, link]) =>
      reportIf(!!link && !isMediaLink(link), path, `${link} is neither http(s) nor attachment://`),
    ),
  ];
}
