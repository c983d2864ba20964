import { askCommand } from './commands/ask.ts';
import { helpCommand } from './commands/help.ts';
import { refreshCommand } from './commands/refresh.ts';
import { sourcesCommand, sourcesPager } from './commands/sources.ts';
import type { Command, Component } from './context.ts';

/** Every chat command; a new one is a line here. */
export const COMMANDS: readonly Command[] = [askCommand, sourcesCommand, refreshCommand, helpCommand];

/** Every button by the name in its custom id. */
export const COMPONENTS: readonly Component[] = [sourcesPager];
