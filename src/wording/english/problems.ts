export const problems = {
  'too-large': {
    message: 'The file is larger than {maxMb, number} MB.',
    remedy: 'Split it into several articles.',
  },
  'system-error': {
    message: 'The system could not read this ({errorCode}).',
    remedy: 'Check the disk and the file, then refresh again.',
  },
  'folder-cannot-be-opened': {
    message: 'The knowledge folder cannot be opened ({errorCode}).',
    remedy: 'Set KNOWLEDGE_DIR to an existing folder of article files that the bot may read.',
  },
  'reading-failed': {
    message: 'Reading the file failed ({detail}).',
    remedy: 'Split it into several smaller files.',
  },
  'too-many-marks': {
    message: 'The line begins with {marks, number} or more quote or list marks.',
    remedy: 'Remove the marks, or put the text into a code block.',
  },
  'invalid-list': {
    message: 'The file is not valid {format}: {detail}.',
    remedy: 'Fix this line, or let a program check the file.',
  },
  draft: {
    message: 'This article is a draft (“{written}”), so it is not read.',
    remedy: 'Write “{instead}” when members may read it.',
  },
  'key-twice': {
    message: 'The front matter has the key “{key}” twice.',
    remedy: 'Delete one of the two lines.',
  },
  'some-key-twice': {
    message: 'The front matter has a key twice.',
    remedy: 'Delete one of the two lines.',
  },
  'invalid-yaml': {
    message: 'The front matter is not valid YAML: {detail}.',
    remedy: 'Fix this line. A text that contains “: ” or “ #”, or begins with a symbol, needs quotes.',
  },
  'invalid-toml': {
    message: 'The front matter is not valid TOML: {detail}.',
    remedy: 'Fix this line. A text needs quotes, as in title = "Opening hours".',
  },
  'open-front-matter': {
    message: 'The front matter that begins here is never closed.',
    remedy: 'Add a line “{fence}” between the front matter and the text.',
  },
  'limit-out-of-place': {
    message: 'The readers of this article are listed here, where the list limits nothing.',
    remedy:
      'Move the list between two lines “---” at the top of the file. If it is part of the text, remove the “---” above it.',
  },
  'front-matter-too-long': {
    message:
      'The front matter is longer than {maxChars, number, integer} characters or {maxLines, number, integer} lines.',
    remedy: 'Check that the closing line “{fence}” stands before the text. Otherwise shorten the lists.',
  },
  'title-too-long': {
    message: 'The title is longer than {maxChars, number} characters.',
    remedy: 'Shorten it, and check that it is not a paragraph of the text.',
  },
  'not-a-date': {
    message: '“{key}” is not a date in the form YYYY-MM-DD.',
    remedy: 'Write it like “{key}: 2018-12-17”.',
  },
  'year-out-of-range': {
    message: '“{key}” has a year before {earliest} or after {latest}.',
    remedy: 'Write it like “{key}: 2018-12-17”.',
  },
  'field-too-long': {
    message: '“{key}” is longer than {maxChars, number} characters, so it is ignored.',
    remedy: 'Shorten it.',
  },
  'host-not-linkable': {
    message: '“url” leads to “{host}”, which Discord does not accept as a web address.',
    remedy: 'Use a host name with a dot and without underscores, as in https://example.org.',
  },
  'not-days': {
    message: '“{key}” is not a number of days from 1 to {maxDays, number}.',
    remedy: 'Write it like “{key}: 90”.',
  },
  'alias-too-long': {
    message:
      'An abbreviation can have {maxShortChars, number} characters and its long form {maxLongChars, number}; this alias is ignored.',
    remedy: 'Shorten it, or explain it in the text.',
  },
  'readers-not-list': {
    message: '“{key}” is not a list, so nobody may read this article.',
    remedy: 'Write it as a list of names or IDs, as in “{key}: [first, second]”.',
  },
  'readers-empty': {
    message: '“{key}” is empty, so nobody may read this article.',
    remedy:
      'Write names or IDs into the list, in quotes if they begin with a symbol. Delete the line if everybody may read the article.',
  },
  'reader-not-text': {
    message: 'This entry of “{key}” is not a name or an ID, so nobody may read this article.',
    remedy: 'Write each name or ID as one text, in quotes if it begins with a symbol.',
  },
  'limit-misspelt': {
    message: '“{key}” limits nothing, so everybody may read this article.',
    remedy: 'Write “{meant}” if only some may read it. Otherwise leave it as it is.',
  },
  'too-many-limits': {
    message:
      'The articles are limited to more than {max, number} different groups of channels and roles, so nobody may read this one.',
    remedy: 'Limit several articles to the same channels and roles, in the same order.',
  },
  'pinned-too-long': {
    message: 'This pinned question is longer than {maxChars, number} characters, so it is ignored.',
    remedy: 'Shorten it to what a member would ask.',
  },
  'too-many-entries': {
    message: '“{key}” has more than {max, number} entries; those from here on are ignored.',
    remedy: 'Split the article, or keep the most important entries.',
  },
  'file-gone': {
    message: 'The file disappeared before it could be read.',
    remedy: 'Refresh again when nobody is changing the folder.',
  },
  'no-permission': {
    message: 'The bot may not read this.',
    remedy: 'Give the account that runs the bot the right to read it.',
  },
  'name-not-utf8': {
    message: 'This name is not UTF-8, so the file or folder cannot be opened.',
    remedy: 'Rename it with plain letters; “convmv” does this for many names at once.',
  },
  'not-regular-file': {
    message: 'This is not a regular file.',
    remedy: 'Replace it with a text file, or give it a name without an article’s ending.',
  },
  'utf-16': {
    message: 'The file is saved as UTF-16, not as UTF-8.',
    remedy: 'Save the file as UTF-8 (most editors: “Save with encoding”).',
  },
  'not-utf8': {
    message: 'The file is not UTF-8 text.',
    remedy: 'Save the file as UTF-8 (most editors: “Save with encoding”).',
  },
  'nul-character': {
    message: 'The file contains a NUL character, so it is not plain text.',
    remedy: 'Save the file as UTF-8 (most editors: “Save with encoding”).',
  },
  'no-folder': {
    message: 'The knowledge folder does not exist.',
    remedy: 'Set KNOWLEDGE_DIR to an existing folder of article files that the bot may read.',
  },
  'folder-is-file': {
    message: 'KNOWLEDGE_DIR names a file, not a folder.',
    remedy: 'Set KNOWLEDGE_DIR to an existing folder of article files that the bot may read.',
  },
  'link-leaves-folder': {
    message: 'This symbolic link leads out of the knowledge folder, so it was not followed.',
    remedy: 'Copy the file or folder into the knowledge folder.',
  },
  'link-to-nothing': {
    message: 'This symbolic link leads to nothing.',
    remedy: 'Remove the link, or restore what it led to.',
  },
  'link-to-itself': {
    message: 'This symbolic link leads back to itself.',
    remedy: 'Remove the link, or point it at a file.',
  },
  'takes-too-long': {
    message: 'Reading the file takes too long.',
    remedy: 'Split it into several smaller files.',
  },
  'takes-too-much-memory': {
    message: 'Reading the file takes too much memory.',
    remedy: 'Split it into several smaller files.',
  },
  'empty-file': {
    message: 'The file is empty.',
    remedy: 'Write the article into it, or delete the file.',
  },
  'no-text': {
    message: 'The article has no text under its title.',
    remedy: 'Write at least one paragraph. Headings and images do not count.',
  },
  'no-question-list': {
    message: 'The file has no list of questions and answers.',
    remedy: 'Give each entry a “question” and an “answer”; the documentation shows how.',
  },
  'nested-too-deeply': {
    message: 'The text is nested too deeply to be read.',
    remedy: 'Remove quote, list or emphasis marks.',
  },
  'too-much-markdown': {
    message: 'The text has too many marks, list items, headings or table cells to be read in time.',
    remedy: 'Split it into several articles. Put blank lines after long paragraphs, quotes and list items.',
  },
  'yaml-nested-too-deeply': {
    message: 'The front matter is not valid YAML: it is nested too deeply.',
    remedy: 'Fix this line. A text that contains “: ” or “ #”, or begins with a symbol, needs quotes.',
  },
  'not-key-value-lines': {
    message: 'The front matter is not a list of “key: value” lines.',
    remedy: 'Write at least “title: …” between the “---” lines.',
  },
  'title-not-text': {
    message: 'The title is not a text.',
    remedy: 'Write it in quotes: title: "…".',
  },
  'title-control-characters': {
    message: 'The title contains control characters.',
    remedy: 'Type it again as plain text.',
  },
  'title-empty': {
    message: 'The title is empty.',
    remedy: 'Write the name of the article.',
  },
  'url-not-web-address': {
    message: '“url” is not a web address.',
    remedy: 'Write it in full, beginning with https://.',
  },
  'publisher-not-text': {
    message: '“publisher” is not a single line of text.',
    remedy: 'Write “publisher: Name”.',
  },
  'language-unknown': {
    message: '“language” is not a language tag.',
    remedy: 'Write it like “language: en” or “language: pt-BR”.',
  },
  'alias-not-pair': {
    message: 'This alias is not an abbreviation with its long form.',
    remedy: 'Write it like “CCD: Customs Cooperation Directorate”, with quotes if it contains symbols.',
  },
  'pinned-not-list': {
    message: '“pinned” is not a list.',
    remedy: 'Put each question on its own line below “pinned:”, beginning with “- ”.',
  },
  'pinned-not-text': {
    message: 'This pinned question is not a text.',
    remedy: 'Write it after “- ”, with quotes if it contains “: ”.',
  },
  'more-warnings': {
    message: '{count, plural, one {# more part} other {# more parts}} of the file cannot be used.',
    remedy: 'Fix the ones listed first.',
  },
  struck: {
    message: 'Struck-out text is never quoted',
    remedy: 'You don’t have to do anything. Remove the marks if the text is still valid.',
  },
  turned: {
    message: 'Invisible characters that change the writing direction were removed',
    remedy: 'Delete them, unless the text really runs the other way.',
  },
  'open-comment': {
    message: 'The comment that begins here is never closed, so nothing below it is read',
    remedy: 'Close it with “-->”.',
  },
  'open-element': {
    message:
      'A tag that hides the text after it, such as “<div hidden>” or “<script>”, is never closed, so that text is not read',
    remedy: 'Close it, as with “</div>” or “</script>”, or delete it.',
  },
  'extra-cells': {
    message: 'Table cells beyond the columns of the table’s head were ignored',
    remedy: 'Add a column to the head and to the line below it. Write “\\|” for a bar inside a cell.',
  },
  'unused-footnote': {
    message: 'A footnote that nothing refers to, or whose label is used twice, was ignored',
    remedy: 'Put its mark, such as “[^1]”, into the text, or delete it.',
  },
  'not-included': {
    message: 'A line that includes another file was ignored, because only the file itself is read',
    remedy: 'Copy the text here, or put the other file into the knowledge folder.',
  },
  'long-heading': {
    message: 'A heading longer than {maxChars, number} characters was cut',
    remedy: 'Shorten it, and check that it is not a paragraph of the text.',
  },
  'long-html': {
    message: 'HTML with more than {maxTags, number, integer} tags in one piece was ignored',
    remedy: 'Put blank lines between its parts, or write it as Markdown.',
  },
} as const;

export const leftOut = {
  once: '{message}.',
  often: '{message}, on this line and {count, number} more.',
} as const;
