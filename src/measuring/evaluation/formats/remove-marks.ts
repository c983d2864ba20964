/** Returns the text of an article's file roughly as a reader sees it: one line without comments, pictures, link addresses, tags and marks. */
export function removeMarks(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/<\/?[a-zA-Z][^>]*>/g, ' ')
    .replace(/[*`]+/g, '')
    .replace(/\{[#.][^}]*\}/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
