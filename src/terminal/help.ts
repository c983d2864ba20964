/** Whether the arguments before a lone `--` ask for help. */
export function isHelpRequested(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end === -1 ? args.length : end).some((arg) => arg === '--help' || arg === '-h');
}

/** Describes each command in a line. */
export const HELP = `Footnote answers questions from a folder of articles, each with its source.

  npm run ask -- "question"    one answer; a conversation without a question
      --knowledge DIR          another folder of articles than KNOWLEDGE_DIR
      --limit N                how many matches to bring, 1 to 100 (5)
      --json                   one JSON object a question
      --explain                how the answer came about, too
  npm run --silent ask < FILE  a question a line in, a JSON object a line out
  npm run articles             the articles, what they were read as, and problems
      --knowledge DIR          of another folder than KNOWLEDGE_DIR
      --json                   one JSON object
  npm run texts -- check       whether every language has every text
  npm run texts -- export LANGUAGE FILE
                               the texts of a language for translators, as JSON
  npm run texts -- import LANGUAGE FILE
                               what they send back, once it is complete
  npm run evaluate -- SET…     how well the questions of a set are answered
      --base SET               asked of that set's articles, where none has an answer
      --keep SET               refusing, where 95 % of that set's questions are kept
      --strictness STEP        strict, balanced or lenient
      --against                beside minisearch and fuse.js
      --sample N               at most that many questions of each set
      --misses N               what went wrong
  npm run bench                time and memory, beside minisearch and fuse.js
  npm start                    the Discord bot
  npm run register             registers the bot's commands
`;
