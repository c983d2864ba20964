export const problems = {
  'too-large': {
    message: 'The file is larger than {maxMb, number} MB.',
    remedy: 'Divide it into several articles.',
  },
  'system-error': {
    message: 'The system could not read this ({errorCode}).',
    remedy: 'Check the disk and the file, then refresh again.',
  },
  'folder-cannot-be-opened': {
    message: 'The knowledge folder cannot be opened ({errorCode}).',
    remedy: 'Name an existing folder of article files that the bot may read.',
  },
  'reading-failed': {
    message: 'Reading the file failed ({detail}).',
    remedy: 'Divide it into several smaller files.',
  },
  'too-many-marks': {
    message: 'The line begins with {marks, number} or more quote or list marks.',
    remedy: 'Take the marks away, or put the text into a code block.',
  },
  'invalid-list': {
    message: 'The file is not valid {format}: {detail}.',
    remedy: 'Mend this place, or have a program check the file.',
  },
  draft: {
    message: 'This article is a draft (“{written}”), so it is not read.',
    remedy: 'Write “{instead}” once members may read it.',
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
    remedy: 'Mend this line; a text that holds “: ” or “ #”, or begins with a mark, belongs in quotes.',
  },
  'invalid-toml': {
    message: 'The front matter is not valid TOML: {detail}.',
    remedy: 'Mend this line; a text belongs in quotes, as in title = "Opening hours".',
  },
  'open-front-matter': {
    message: 'The front matter that begins here is never closed.',
    remedy: 'Put a line “{fence}” between the front matter and the text.',
  },
  'front-matter-too-long': {
    message:
      'The front matter is longer than {maxChars, number, integer} characters or {maxLines, number, integer} lines.',
    remedy:
      'Check that the line “{fence}” that closes it stands before the text; shorten the lists otherwise.',
  },
  'title-too-long': {
    message: 'The title is longer than {maxChars, number} characters.',
    remedy: 'Shorten it, and check that it is not a paragraph of the text.',
  },
  'not-a-date': {
    message: '“{key}” is not a day of the calendar in the form YYYY-MM-DD.',
    remedy: 'Write it like “{key}: 2018-12-17”.',
  },
  'year-out-of-range': {
    message: '“{key}” names a year before {earliest} or after {latest}.',
    remedy: 'Write it like “{key}: 2018-12-17”.',
  },
  'field-too-long': {
    message: '“{key}” is longer than {maxChars, number} characters, so it is left out.',
    remedy: 'Shorten it.',
  },
  'host-not-linkable': {
    message: '“url” leads to “{host}”, which Discord takes for no web address.',
    remedy: 'Name a host with a dot and without underscores, as in https://example.org.',
  },
  'not-days': {
    message: '“{key}” is not a number of days from 1 to {maxDays, number}.',
    remedy: 'Write it like “{key}: 90”.',
  },
  'alias-too-long': {
    message:
      'A short form has at most {maxShortChars, number} characters, a long form {maxLongChars, number}; this alias is left out.',
    remedy: 'Shorten it, or explain it in the text.',
  },
  'pinned-too-long': {
    message: 'This pinned question is longer than {maxChars, number} characters, so it is left out.',
    remedy: 'Shorten it to what a member would ask.',
  },
  'too-many-entries': {
    message: '“{key}” has more than {max, number} entries; those from here on are left out.',
    remedy: 'Divide the article, or keep the entries that matter most.',
  },
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
  'utf-16': {
    message: 'The file is saved as UTF-16, not as UTF-8.',
    remedy: 'Save the file as UTF-8 (most editors: “Save with encoding”).',
  },
  'not-utf8': {
    message: 'The file is not UTF-8 text.',
    remedy: 'Save the file as UTF-8 (most editors: “Save with encoding”).',
  },
  'nul-character': {
    message: 'The file holds a NUL character, so it is not plain text.',
    remedy: 'Save the file as UTF-8 (most editors: “Save with encoding”).',
  },
  'no-folder': {
    message: 'The knowledge folder does not exist.',
    remedy: 'Name an existing folder of article files that the bot may read.',
  },
  'folder-is-file': {
    message: 'The knowledge folder is not a folder.',
    remedy: 'Name an existing folder of article files that the bot may read.',
  },
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
  'takes-too-long': {
    message: 'Reading the file takes too long.',
    remedy: 'Divide it into several smaller files.',
  },
  'takes-too-much-memory': {
    message: 'Reading the file takes too much memory.',
    remedy: 'Divide it into several smaller files.',
  },
  'empty-file': {
    message: 'The file is empty.',
    remedy: 'Write the article into it, or delete the file.',
  },
  'no-text': {
    message: 'The article has no text under its title.',
    remedy: 'Write at least one paragraph; headings and images do not count.',
  },
  'no-question-list': {
    message: 'The file holds no list of questions and answers.',
    remedy: 'Give each entry a “question” and an “answer”; the README shows how.',
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
    remedy: 'Mend this line; a text that holds “: ” or “ #”, or begins with a mark, belongs in quotes.',
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
    message: 'The title holds control characters.',
    remedy: 'Type it anew, as plain text.',
  },
  'title-empty': {
    message: 'The title is empty.',
    remedy: 'Write what the article is called.',
  },
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
  'more-warnings': {
    message: '{count, plural, one {# more part} other {# more parts}} of the file cannot be used.',
    remedy: 'Mend those that are named first.',
  },
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
  'long-heading': {
    message: 'A heading longer than {maxChars, number} characters was cut',
    remedy: 'Shorten it, and check that it is not a paragraph of the text.',
  },
  'long-html': {
    message: 'HTML with more than {maxTags, number, integer} tags in one piece was not read',
    remedy: 'Put blank lines between its parts, or write it as Markdown.',
  },
} as const;

export const leftOut = {
  once: '{message}.',
  often: '{message}, on this line and {count, number} more.',
} as const;
