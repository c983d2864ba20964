import { digest, greeting, help, privacy, stats } from './about.ts';
import { answer, confidence, counted, limits, more, quoting, reasons, source } from './answers.ts';
import { explain, knowledge, refresh, sources, synonyms } from './articles.ts';
import { buttons, commands, menus, missingForm, noteForm } from './commands.ts';
import { log, unanswered } from './moderation.ts';
import { notices, refusals } from './notices.ts';
import { leftOut, problems } from './problems.ts';
import { settings } from './settings.ts';

/** Every text of the interface in English: ICU messages, from which the shape and the arguments of all other languages follow. */
export const ENGLISH = {
  answer,
  confidence,
  reasons,
  quoting,
  source,
  limits,
  counted,
  more,
  sources,
  refresh,
  knowledge,
  synonyms,
  explain,
  stats,
  digest,
  privacy,
  help,
  greeting,
  unanswered,
  log,
  settings,
  notices,
  refusals,
  problems,
  leftOut,
  commands,
  buttons,
  menus,
  missingForm,
  noteForm,
} as const;
