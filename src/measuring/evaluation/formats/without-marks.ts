/** Text of an article's file about as a reader sees it: without comments, pictures, addresses of links, tags and marks, on one line. */
export function withoutMarks(text: string): string {
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
