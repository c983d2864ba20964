/** What Discord writes for a mention of a member, a role, a channel or a command, for an emoji of a server, for a time. */
const MARKUP = /<(?:@[!&]?|#|a?:\w+:|\/[^:>]{1,100}:|t:)-?\d+(?::\w)?>/g;

/** What a text of a member's asks, in plain words: mentions and pictures say nothing that articles could answer. Empty where nothing is left. */
export function extractQuestion(text: string): string {
  return text.replace(MARKUP, ' ').replace(/\s+/g, ' ').trim();
}
