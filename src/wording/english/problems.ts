import type {
  FieldCause,
  FrontMatterCause,
  LeftOut,
  LeftOutCause,
  PlainCause,
  PlainCauseCode,
  PlainLeftOutCode,
  ProblemCause,
} from '../../knowledge/article/problem.ts';
import { counter, type PluralForms } from '../kit/plurals.ts';
import type { ProblemWords } from '../kit/texts.ts';

const counted = counter('en-GB');
const numbers = new Intl.NumberFormat('en-GB');
const MORE_PARTS: PluralForms = { one: 'more part', other: 'more parts' };

export function englishProblem(cause: ProblemCause): ProblemWords {
  if ('moreLines' in cause) return leftOutInWords(cause);
  switch (cause.code) {
    case 'too-large':
      return {
        message: `The file is larger than ${cause.maxMb} MB.`,
        remedy: 'Divide it into several articles.',
      };
    case 'system-error':
      return {
        message: `The system could not read this (${cause.errorCode}).`,
        remedy: 'Check the disk and the file, then refresh again.',
      };
    case 'folder-cannot-be-opened':
      return {
        message: `The knowledge folder cannot be opened (${cause.errorCode}).`,
        remedy: NAME_A_FOLDER,
      };
    case 'reading-failed':
      return { message: `Reading the file failed (${cause.detail}).`, remedy: DIVIDE_THE_FILE };
    case 'too-many-marks':
      return {
        message: `The line begins with ${cause.marks} or more quote or list marks.`,
        remedy: 'Take the marks away, or put the text into a code block.',
      };
    case 'invalid-list':
      return {
        message: `The file is not valid ${cause.format}: ${cause.detail}.`,
        remedy: 'Mend this place, or have a program check the file.',
      };
    case 'more-warnings':
      return {
        message: `${counted(cause.count, MORE_PARTS)} of the file cannot be used.`,
        remedy: 'Mend those that are named first.',
      };
    default:
      return frontMatterInWords(cause);
  }
}

function frontMatterInWords(cause: FrontMatterCause | FieldCause | PlainCause): ProblemWords {
  switch (cause.code) {
    case 'draft':
      return {
        message: `This article is a draft (“${cause.written}”), so it is not read.`,
        remedy: `Write “${cause.instead}” once members may read it.`,
      };
    case 'key-twice':
      return {
        message: `The front matter has ${cause.key === null ? 'a key' : `the key “${cause.key}”`} twice.`,
        remedy: 'Delete one of the two lines.',
      };
    case 'invalid-yaml':
      return { message: `The front matter is not valid YAML: ${cause.detail}.`, remedy: MEND_THE_LINE };
    case 'invalid-toml':
      return { message: `The front matter is not valid TOML: ${cause.detail}.`, remedy: MEND_TOML };
    case 'open-front-matter':
      return {
        message: 'The front matter that begins here is never closed.',
        remedy: `Put a line “${cause.fence}” between the front matter and the text.`,
      };
    case 'front-matter-too-long':
      return {
        message: `The front matter is longer than ${cause.maxChars / 1024} K characters or ${cause.maxLines} lines.`,
        remedy: `Check that the line “${cause.fence}” that closes it stands before the text; shorten the lists otherwise.`,
      };
    case 'title-too-long':
      return {
        message: `The title is longer than ${cause.maxChars} characters.`,
        remedy: SHORTEN_A_PARAGRAPH,
      };
    default:
      return fieldInWords(cause);
  }
}

function fieldInWords(cause: FieldCause | PlainCause): ProblemWords {
  switch (cause.code) {
    case 'not-a-date':
      return {
        message: `“${cause.key}” is not a day of the calendar in the form YYYY-MM-DD.`,
        remedy: `Write it like “${cause.key}: 2018-12-17”.`,
      };
    case 'year-out-of-range':
      return {
        message: `“${cause.key}” names a year before ${cause.earliest} or after ${cause.latest}.`,
        remedy: `Write it like “${cause.key}: 2018-12-17”.`,
      };
    case 'field-too-long':
      return {
        message: `“${cause.key}” is longer than ${cause.maxChars} characters, so it is left out.`,
        remedy: 'Shorten it.',
      };
    case 'host-not-linkable':
      return {
        message: `“url” leads to “${cause.host}”, which Discord takes for no web address.`,
        remedy: 'Name a host with a dot and without underscores, as in https://example.org.',
      };
    case 'not-days':
      return {
        message: `“${cause.key}” is not a number of days from 1 to ${cause.maxDays}.`,
        remedy: `Write it like “${cause.key}: 90”.`,
      };
    case 'alias-too-long':
      return {
        message: `A short form has at most ${cause.maxShortChars} characters, a long form ${cause.maxLongChars}; this alias is left out.`,
        remedy: 'Shorten it, or explain it in the text.',
      };
    case 'pinned-too-long':
      return {
        message: `This pinned question is longer than ${cause.maxChars} characters, so it is left out.`,
        remedy: 'Shorten it to what a member would ask.',
      };
    case 'too-many-entries':
      return {
        message: `“${cause.key}” has more than ${cause.max} entries; those from here on are left out.`,
        remedy: 'Divide the article, or keep the entries that matter most.',
      };
    default:
      return PROBLEMS[cause.code];
  }
}

function leftOutInWords(cause: LeftOutCause): ProblemWords {
  const { message, remedy } = leftOut(cause);
  const more = cause.moreLines === 0 ? '' : `, on this line and ${cause.moreLines} more`;
  return { message: `${message}${more}.`, remedy };
}

/** The message goes on, or ends without a full stop. */
function leftOut(cause: LeftOut): ProblemWords {
  switch (cause.code) {
    case 'long-heading':
      return {
        message: `A heading longer than ${cause.maxChars} characters was cut`,
        remedy: SHORTEN_A_PARAGRAPH,
      };
    case 'long-html':
      return {
        message: `HTML with more than ${numbers.format(cause.maxTags)} tags in one piece was not read`,
        remedy: 'Put blank lines between its parts, or write it as Markdown.',
      };
    default:
      return LEFT_OUT[cause.code];
  }
}

const DIVIDE_THE_FILE = 'Divide it into several smaller files.';
const NAME_A_FOLDER = 'Name an existing folder of article files that the bot may read.';
const SAVE_AS_UTF8 = 'Save the file as UTF-8 (most editors: “Save with encoding”).';
const SHORTEN_A_PARAGRAPH = 'Shorten it, and check that it is not a paragraph of the text.';
const MEND_TOML = 'Mend this line; a text belongs in quotes, as in title = "Opening hours".';
const MEND_THE_LINE =
  'Mend this line; a text that holds “: ” or “ #”, or begins with a mark, belongs in quotes.';

const PROBLEMS: Readonly<Record<PlainCauseCode, ProblemWords>> = {
  'file-gone': {
    message: 'The file was gone before it could be read.',
    remedy: 'Refresh again once nobody is changing the folder.',
  },
  'no-permission': {
    message: 'The bot may not read this.',
    remedy: 'Give the account that runs the bot the right to read it.',
  },
  'name-not-utf8': {
    message: 'This name is not UTF-8, so the file or folder cannot be opened.',
    remedy: 'Rename it, in plain letters; “convmv” does so for many names at once.',
  },
  'not-regular-file': {
    message: 'This is not a regular file.',
    remedy: 'Replace it by a text file, or give it a name that is no article’s.',
  },
  'utf-16': { message: 'The file is saved as UTF-16, not as UTF-8.', remedy: SAVE_AS_UTF8 },
  'not-utf8': { message: 'The file is not UTF-8 text.', remedy: SAVE_AS_UTF8 },
  'nul-character': {
    message: 'The file holds a NUL character, so it is not plain text.',
    remedy: SAVE_AS_UTF8,
  },
  'no-folder': { message: 'The knowledge folder does not exist.', remedy: NAME_A_FOLDER },
  'folder-is-file': { message: 'The knowledge folder is not a folder.', remedy: NAME_A_FOLDER },
  'link-leaves-folder': {
    message: 'This symbolic link leads out of the knowledge folder, so it was not followed.',
    remedy: 'Copy the file or folder into the knowledge folder.',
  },
  'link-to-nothing': {
    message: 'This symbolic link leads to nothing.',
    remedy: 'Remove the link, or put back what it led to.',
  },
  'link-to-itself': {
    message: 'This symbolic link leads back to itself.',
    remedy: 'Remove the link, or let it lead to a file.',
  },
  'takes-too-long': { message: 'Reading the file takes too long.', remedy: DIVIDE_THE_FILE },
  'takes-too-much-memory': { message: 'Reading the file takes too much memory.', remedy: DIVIDE_THE_FILE },
  'empty-file': { message: 'The file is empty.', remedy: 'Write the article into it, or delete the file.' },
  'no-text': {
    message: 'The article has no text under its title.',
    remedy: 'Write at least one paragraph; headings and images do not count.',
  },
  'nested-too-deeply': {
    message: 'The text is nested too deeply to be read.',
    remedy: 'Take away quote, list or emphasis marks.',
  },
  'too-much-markdown': {
    message: 'The text holds more marks, list items, headings or table cells than can be read in time.',
    remedy: 'Divide it into several articles; end long paragraphs, quotes and list items by blank lines.',
  },
  'yaml-nested-too-deeply': {
    message: 'The front matter is not valid YAML: it is nested too deeply.',
    remedy: MEND_THE_LINE,
  },
  'not-key-value-lines': {
    message: 'The front matter is not a list of “key: value” lines.',
    remedy: 'Write at least “title: …” between the “---” lines.',
  },
  'no-question-list': {
    message: 'The file holds no list of questions and answers.',
    remedy: 'Give each entry a “question” and an “answer”; the README shows how.',
  },
  'title-not-text': { message: 'The title is not a text.', remedy: 'Write it in quotes: title: "…".' },
  'title-control-characters': {
    message: 'The title holds control characters.',
    remedy: 'Type it anew, as plain text.',
  },
  'title-empty': { message: 'The title is empty.', remedy: 'Write what the article is called.' },
  'url-not-web-address': {
    message: '“url” is not a web address.',
    remedy: 'Write it in full, with https:// in front.',
  },
  'publisher-not-text': {
    message: '“publisher” is not a text on one line.',
    remedy: 'Write “publisher: Name”.',
  },
  'language-unknown': {
    message: '“language” is not the tag of a language.',
    remedy: 'Write it like “language: en” or “language: pt-BR”.',
  },
  'alias-not-pair': {
    message: 'This alias is not a short form with its long form.',
    remedy: 'Write it like “CCD: Customs Cooperation Directorate”, in quotes where it holds marks.',
  },
  'pinned-not-list': {
    message: '“pinned” is not a list.',
    remedy: 'Put each question on its own line below “pinned:”, beginning with “- ”.',
  },
  'pinned-not-text': {
    message: 'This pinned question is not a text.',
    remedy: 'Write it after “- ”, in quotes where it holds “: ”.',
  },
};

/** The messages go on, or end without a full stop. */
const LEFT_OUT: Readonly<Record<PlainLeftOutCode, ProblemWords>> = {
  struck: {
    message: 'Struck-out text is never quoted',
    remedy: 'Nothing has to be done; take the marks away where the text still holds.',
  },
  turned: {
    message: 'Characters that turn the direction of writing and that nobody sees were left out',
    remedy: 'Delete them where the text is not meant to run the other way.',
  },
  'open-comment': {
    message: 'The comment that begins here is never closed, so nothing below it is read',
    remedy: 'Close it with “-->”.',
  },
  'open-element': {
    message:
      'A tag that hides what follows it, such as “<div hidden>” or “<script>”, is never closed, so what stands below it is not read',
    remedy: 'Close it, as with “</div>” or “</script>”, or delete it.',
  },
  'extra-cells': {
    message: 'Table cells beyond the columns of the table’s head were left out',
    remedy: 'Add a column to the head and to the line below it; write “\\|” for a bar inside a cell.',
  },
  'unused-footnote': {
    message: 'A footnote that nothing refers to, or whose label stands twice, was left out',
    remedy: 'Put its mark, such as “[^1]”, into the text, or delete it.',
  },
  'not-included': {
    message:
      'A line that brings in the text of another file was left out, since only the file itself is read here',
    remedy: 'Copy the text to this place, or put the other file into the knowledge folder.',
  },
};
