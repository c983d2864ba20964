import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIMediaGalleryComponent,
  type APISectionComponent,
  type APISeparatorComponent,
  type APITextDisplayComponent,
  ComponentType,
} from 'discord.js';

/*
 * Parts of Components V2. Unlike embeds they stay visible where members or servers hide embeds, and their order is ours. All texts of a message
 * together have at most 4,000 characters.
 *
 * @see https://docs.discord.com/developers/components/reference
 */

/** Builds a card: a box with a coloured stripe that holds `parts` from top to bottom. */
export function buildCard(colour: number, parts: readonly APIComponentInContainer[]): APIContainerComponent {
  return { type: ComponentType.Container, accent_color: colour, components: [...parts] };
}

/** Colours of the stripe beside a card, one for each kind of card; all are visible on light and dark themes. */
export const COLOURS = { answered: 0x2e9e5b, unsure: 0xd9902f, unknown: 0x7c828d, done: 0x4a6fd4 } as const;
/** The colour of `unsure` as an emoji, for readers who cannot tell its stripe from the green one. */
export const UNSURE_SIGN = '🔸';

/** Builds a text of Discord's Markdown, with `lines` below each other. Returns nothing for no lines: Discord refuses an empty text. */
export function buildText(lines: readonly string[]): readonly APITextDisplayComponent[] {
  const content = lines.join('\n');
  return content.trim() === '' ? [] : [{ type: ComponentType.TextDisplay, content }];
}

/** Builds a text with a button at its right edge. */
export function buildSection(lines: readonly string[], button: APIButtonComponent): APISectionComponent {
  return { type: ComponentType.Section, components: [...buildText(lines)], accessory: button };
}

/** Builds a line across the card. */
export function buildSeparator(): APISeparatorComponent {
  return { type: ComponentType.Separator, divider: true };
}

/** Builds a picture, with a description for those who do not see it. Discord accepts https addresses. */
export function buildPicture(url: string, description: string): APIMediaGalleryComponent {
  const item = { media: { url }, ...(description === '' ? {} : { description }) };
  return { type: ComponentType.MediaGallery, items: [item] };
}

export interface LineLimits {
  readonly maxLines: number;
  /** Maximum UTF-16 units of the result, joined by line breaks and including the line for the rest. */
  readonly maxChars: number;
  /** Returns the line for the lines that are left out, such as `… and 3 more articles`. */
  readonly more: (values: { readonly count: number }) => string;
}

/** Returns `lines` if they keep the limits; otherwise the first lines that fit and one line for the rest. */
export function fitLines(
  lines: readonly string[],
  { maxLines, maxChars, more }: LineLimits,
): readonly string[] {
  if (lines.length <= maxLines && lines.join('\n').length <= maxChars) return lines;
  const describeRest = (shown: number): string => more({ count: lines.length - shown });
  const fitting: string[] = [];
  let chars = describeRest(0).length;
  for (const line of lines.slice(0, maxLines)) {
    chars += line.length + 1;
    if (chars > maxChars) break;
    fitting.push(line);
  }
  return [...fitting, describeRest(fitting.length)];
}
