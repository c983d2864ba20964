/** Discord's markup for mentions of members, roles, channels and commands, for custom emoji and for times. */
const MARKUP = /<(?:@[!&]?|#|a?:\w+:|\/[^:>]{1,100}:|t:)-?\d+(?::\w)?>/g;

/** Returns a member's text without mentions and custom emoji, which no article could answer; empty when nothing else is left. */
export function extractQuestion(text: string): string {
  return text.replace(MARKUP, ' ').replace(/\s+/g, ' ').trim();
}
