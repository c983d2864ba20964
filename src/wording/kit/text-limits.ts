interface TextLimit {
  /** In characters. */
  readonly max: number;
  /** What else the text must be. */
  readonly pattern: RegExp | null;
}

/**
 * How Discord names commands and options, in any script.
 *
 * @see https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming
 */
const NAME: TextLimit = { max: 32, pattern: /^[-_'\p{L}\p{N}]+$/u };
const DESCRIPTION: TextLimit = { max: 100, pattern: null };
/** The name of a choice, or in the menu of a message: any text. */
const CHOICE: TextLimit = { max: 100, pattern: null };
const MESSAGE_MENU_NAME: TextLimit = { max: 32, pattern: null };
/** Ten fewer than Discord takes: the number of votes stands behind it. */
const BUTTON: TextLimit = { max: 70, pattern: null };
const PLACEHOLDER: TextLimit = { max: 150, pattern: null };
const FORM: TextLimit = { max: 45, pattern: null };

/** Returns how long a text may be for Discord to show it where it stands, by its key such as `commands.ask.name`; null for most texts. */
export function limitOf(key: string): TextLimit | null {
  const [group] = key.split('.');
  if (group === 'commands') return commandLimit(key);
  if (group === 'buttons') return BUTTON;
  if (group === 'menus') return PLACEHOLDER;
  return group === 'noteForm' ? FORM : null;
}

function commandLimit(key: string): TextLimit {
  if (key === 'commands.answerMessage.name') return MESSAGE_MENU_NAME;
  if (key.endsWith('.description')) return DESCRIPTION;
  return key.includes('.choices.') ? CHOICE : NAME;
}
