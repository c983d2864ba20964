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
