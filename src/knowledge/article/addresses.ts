import type { Paragraph } from './article.ts';

/**
 * The paragraphs with the addresses that a reader elsewhere can follow. Relative ones lead on from the article's own address, and are left out
 * where it has none.
 */
export function resolveAddresses(
  paragraphs: readonly Paragraph[],
  base: string | null,
): readonly Paragraph[] {
  return paragraphs.map((paragraph) => {
    const { links, pictures } = paragraph;
    if (links.length === 0 && pictures.length === 0) return paragraph;
    return {
      ...paragraph,
      links: resolveEach(links, base, ['http:', 'https:', 'mailto:']),
      pictures: resolveEach(pictures, base, ['http:', 'https:']),
    };
  });
}

function resolveEach<T extends { readonly address: string }>(
  all: readonly T[],
  base: string | null,
  protocols: readonly string[],
): readonly T[] {
  return all.flatMap((each) => {
    const url = parseUrl(each.address, base);
    return url !== null && protocols.includes(url.protocol) ? [{ ...each, address: url.href }] : [];
  });
}

function parseUrl(address: string, base: string | null): URL | null {
  // A place in the page itself says no more than the page's address, which is told with the source.
  if (address.startsWith('#')) return null;
  const within = base ?? undefined;
  return URL.canParse(address, within) ? new URL(address, within) : null;
}
