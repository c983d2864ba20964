import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { helpCommand } from '../about/help.ts';
import { askForgetButton, forgetMeButton, keepMeButton, privacyCommand } from '../about/privacy.ts';
import { statsCommand } from '../about/stats.ts';
import { ANSWER_BUTTONS } from '../answers/answer-layout.ts';
import { answerMessageCommand } from '../answers/answer-message.ts';
import { askCommand } from '../answers/ask.ts';
import { deleteFromOptionsButton } from '../answers/buttons/delete-answer.ts';
import { missingButton, missingForm } from '../answers/buttons/missing.ts';
import { shareButton } from '../answers/buttons/share.ts';
import { solvedButton } from '../answers/buttons/solved.ts';
import { choiceButton, choiceMenu } from '../answers/choice.ts';
import { contextButton } from '../answers/context-button.ts';
import { exampleButton } from '../answers/example.ts';
import { moreMatchesButton, moreMatchesMenu } from '../answers/more-matches.ts';
import { nearestButton } from '../answers/nearest.ts';
import { addArticleButton, addSubcommand, noteForm } from '../articles/add-article.ts';
import {
  cancelEditButton,
  editAgainButton,
  editButton,
  editSubcommand,
  saveEditButton,
} from '../articles/edit-article.ts';
import { editAgainForm, editForm } from '../articles/edit-form.ts';
import {
  explainAskedDetailsButton,
  explainAskedTeachMenu,
  explainDetailsButton,
  explainSubcommand,
  explainTeachMenu,
  whyAnswerButton,
} from '../articles/explain.ts';
import { listSubcommand, ownOpen, ownPager } from '../articles/list-articles.ts';
import { removeButton, removeSubcommand } from '../articles/remove-article.ts';
import { saveMessageCommand } from '../articles/save-message.ts';
import { exportSubcommand, getFileButton, showSubcommand } from '../articles/send-articles.ts';
import { sourcesCommand, sourcesPager } from '../articles/sources.ts';
import {
  synonymAddButton,
  synonymForm,
  synonymMenu,
  synonymPager,
  synonymRemoveButton,
  synonymsSubcommand,
} from '../articles/synonyms.ts';
import { undoButton, undoMenu, undoPager, undoSubcommand } from '../history/undo.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import {
  type AnySelectComponent,
  type ButtonComponent,
  type Command,
  findSubcommand,
  type MessageCommand,
  type ModalComponent,
  type SelectComponent,
  type Subcommand,
} from '../kit/context.ts';
import { MODERATOR } from '../kit/requester.ts';
import { applyButton, discardButton } from '../refresh/preview.ts';
import { refreshCommand } from '../refresh/refresh.ts';
import { snapshotMenu } from '../refresh/snapshots.ts';
import { digestOffButton, settingsCommand } from '../settings/settings.ts';
import { settingsMenu, settingsPager, settingsUndoButton, setUpButton } from '../settings/settings-screen.ts';
import { openQueueButton, unansweredCommand, unansweredPager } from '../unanswered/unanswered.ts';
import {
  unansweredConfirm,
  unansweredDismiss,
  unansweredFact,
  unansweredNext,
  unansweredOpen,
  unansweredPick,
  unansweredTeach,
} from '../unanswered/unanswered-entry.ts';
import { forgetTaughtButton, unansweredUndo } from '../unanswered/undo-settling.ts';
import { unansweredNote, unansweredWrite } from '../unanswered/write-answer.ts';

/** Every sub-command of `/knowledge`, in display order; a new one is one line here. */
const SUBCOMMANDS: readonly Subcommand[] = [
  addSubcommand,
  listSubcommand,
  showSubcommand,
  editSubcommand,
  removeSubcommand,
  exportSubcommand,
  explainSubcommand,
  synonymsSubcommand,
  undoSubcommand,
];

/** `/knowledge`: lets moderators manage the server's own articles. */
const knowledgeCommand: Command = {
  definition: {
    ...localiseDescription(({ knowledge }) => knowledge),
    default_member_permissions: MODERATOR.toString(),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
    options: SUBCOMMANDS.map(({ definition }) => definition),
  },
  async run(interaction, context) {
    const subcommand = findSubcommand(SUBCOMMANDS, interaction);
    if (subcommand === undefined) throw new TypeError('/knowledge is registered with the sub-commands above');
    await subcommand.run(interaction, context);
  },
  async suggest(interaction, context) {
    await findSubcommand(SUBCOMMANDS, interaction)?.suggest?.(interaction, context);
  },
};

/** Every chat command; a new command is one line here. */
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

/** Every command in the context menu of a message. */
export const MESSAGE_COMMANDS: readonly MessageCommand[] = [answerMessageCommand, saveMessageCommand];

/** Every command that is registered with Discord. */
export const ALL_COMMANDS: readonly Pick<Command | MessageCommand, 'definition'>[] = [
  ...COMMANDS,
  ...MESSAGE_COMMANDS,
];

/** Every button; the router finds it by the name in its custom id. */
export const BUTTONS: readonly ButtonComponent[] = [
  sourcesPager,
  askForgetButton,
  forgetMeButton,
  keepMeButton,
  ownPager,
  ownOpen,
  editButton,
  editAgainButton,
  saveEditButton,
  cancelEditButton,
  getFileButton,
  removeButton,
  undoPager,
  undoButton,
  forgetTaughtButton,
  applyButton,
  discardButton,
  setUpButton,
  addArticleButton,
  settingsPager,
  settingsUndoButton,
  digestOffButton,
  openQueueButton,
  unansweredPager,
  unansweredOpen,
  unansweredConfirm,
  unansweredWrite,
  unansweredDismiss,
  unansweredNext,
  unansweredUndo,
  unansweredTeach,
  nearestButton,
  choiceButton,
  contextButton,
  moreMatchesButton,
  deleteFromOptionsButton,
  shareButton,
  exampleButton,
  explainDetailsButton,
  explainAskedDetailsButton,
  whyAnswerButton,
  missingButton,
  solvedButton,
  synonymAddButton,
  synonymPager,
  synonymRemoveButton,
  ...ANSWER_BUTTONS,
];

/** Every select menu; the router finds it by the name in its custom id. */
export const MENUS: readonly SelectComponent[] = [
  moreMatchesMenu,
  choiceMenu,
  undoMenu,
  snapshotMenu,
  explainTeachMenu,
  explainAskedTeachMenu,
  unansweredPick,
  unansweredFact,
  synonymMenu,
];

/** Every select menu that may offer channels or roles. */
export const ANY_MENUS: readonly AnySelectComponent[] = [settingsMenu];

/** Every form; the router finds it by the name in its custom id. */
export const MODALS: readonly ModalComponent[] = [
  noteForm,
  editForm,
  editAgainForm,
  unansweredNote,
  missingForm,
  synonymForm,
];
