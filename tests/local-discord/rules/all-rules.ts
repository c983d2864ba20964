import type { Fields } from '../fields.ts';
import { applicationRules } from './application-rules.ts';
import { autocompleteRules } from './autocomplete-rules.ts';
import type { ChoiceView, CommandView, MessageView, ModalView } from './body-views.ts';
import { commandRules, commandSetRules } from './command-rules.ts';
import { componentRules } from './component-rules.ts';
import { embedRules } from './embed-rules.ts';
import { fileRules } from './file-rules.ts';
import { messageRules } from './message-rules.ts';
import { modalRules } from './modal-rules.ts';
import { applyRules, type BrokenRule, type Rule } from './rule.ts';
import { v2Rules } from './v2-rules.ts';

const allMessageRules: readonly Rule<MessageView>[] = [
  ...messageRules,
  ...embedRules,
  ...fileRules,
  ...componentRules,
  ...v2Rules,
];

/** Checks a message as it will stand after the request: for an edit, the old message with the body laid over it. */
export const checkMessage = (message: MessageView): readonly BrokenRule[] =>
  applyRules(allMessageRules, message);

export const checkModal = (modal: ModalView): readonly BrokenRule[] => applyRules(modalRules, modal);

export const checkChoices = (choices: readonly ChoiceView[]): readonly BrokenRule[] =>
  applyRules(autocompleteRules, choices);

export const checkCommand = (command: CommandView): readonly BrokenRule[] =>
  applyRules(commandRules, command);

/** Checks all commands of one scope as they will stand after the request. */
export const checkCommandSet = (commands: readonly CommandView[]): readonly BrokenRule[] =>
  applyRules(commandSetRules, commands);

export const checkApplication = (body: Fields): readonly BrokenRule[] => applyRules(applicationRules, body);

/** Every rule's name, so that a test can ask for a pair of cases for each. */
export const allRuleNames: readonly string[] = [
  ...allMessageRules,
  ...modalRules,
  ...autocompleteRules,
  ...commandRules,
  ...commandSetRules,
  ...applicationRules,
].map((rule) => rule.name);
