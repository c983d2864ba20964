import { ANSWER_BUTTONS } from './answer-buttons.ts';
import { answerMessageCommand } from './commands/answer-message.ts';
import { askCommand } from './commands/ask.ts';
import { helpCommand } from './commands/help.ts';
import { forgetTaughtButton } from './commands/knowledge/forget-taught.ts';
import { knowledgeCommand } from './commands/knowledge/knowledge.ts';
import { ownPager } from './commands/knowledge/list.ts';
import { undoButton, undoMenu } from './commands/knowledge/undo.ts';
import { forgetMeButton, privacyCommand } from './commands/privacy.ts';
import { refreshCommand } from './commands/refresh.ts';
import { settingsCommand } from './commands/settings/settings.ts';
import { sourcesCommand, sourcesPager } from './commands/sources.ts';
import { statsCommand } from './commands/stats.ts';
import { unansweredCommand, unansweredPager } from './commands/unanswered.ts';
import { choiceMenu } from './components/choice.ts';
import { moreMatchesMenu } from './components/more-matches.ts';
import { nearestButton } from './components/nearest.ts';
import { noteForm } from './components/note.ts';
import { applyButton, discardButton } from './components/preview.ts';
import { snapshotMenu } from './components/snapshot-menu.ts';
import {
  unansweredDismiss,
  unansweredFact,
  unansweredMenu,
  unansweredTeach,
  unansweredWrite,
} from './components/unanswered-entry.ts';
import type { ButtonComponent, Command, MessageCommand, ModalComponent, SelectComponent } from './context.ts';

/** Every chat command; a new one is a line here. */
export const COMMANDS: readonly Command[] = [
  askCommand,
  sourcesCommand,
  helpCommand,
  privacyCommand,
  refreshCommand,
  settingsCommand,
  knowledgeCommand,
  statsCommand,
  unansweredCommand,
];

/** Every entry in the menu of a message. */
export const MESSAGE_COMMANDS: readonly MessageCommand[] = [answerMessageCommand];

/** Everything that Discord is to know of. */
export const ALL_COMMANDS: readonly Pick<Command | MessageCommand, 'definition'>[] = [
  ...COMMANDS,
  ...MESSAGE_COMMANDS,
];

/** Every button by the name in its custom id. */
export const BUTTONS: readonly ButtonComponent[] = [
  sourcesPager,
  forgetMeButton,
  ownPager,
  undoButton,
  forgetTaughtButton,
  applyButton,
  discardButton,
  unansweredPager,
  unansweredTeach,
  unansweredWrite,
  unansweredDismiss,
  nearestButton,
  ...ANSWER_BUTTONS,
];

/** Every menu under a message by the name in its custom id. */
export const MENUS: readonly SelectComponent[] = [
  moreMatchesMenu,
  choiceMenu,
  undoMenu,
  snapshotMenu,
  unansweredMenu,
  unansweredFact,
];

/** Every form by the name in its custom id. */
export const MODALS: readonly ModalComponent[] = [noteForm];
