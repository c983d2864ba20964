import { help, privacy, stats } from './about.ts';
import { answer, confidence, quoting, reasons, source } from './answers.ts';
import { knowledge, refresh, sources } from './articles.ts';
import { commands } from './commands.ts';
import { buttons, menus, noteForm } from './components.ts';
import { counted, more } from './counts.ts';
import { explain } from './explain.ts';
import { notices } from './notices.ts';
import { leftOut, problems } from './problems.ts';
import { refusals } from './refusals.ts';
import { settings } from './settings.ts';
import { unanswered } from './unanswered.ts';

/** Every text of the interface in English: ICU messages, from which the shape and the arguments of all other languages follow. */
export const ENGLISH = {
  answer,
  confidence,
  reasons,
  quoting,
  source,
  counted,
  more,
  sources,
  refresh,
  knowledge,
  explain,
  stats,
  privacy,
  help,
  unanswered,
  settings,
  notices,
  refusals,
  problems,
  leftOut,
  commands,
  buttons,
  menus,
  noteForm,
} as const;
