/** Texts of the terminal, which speaks English alone: nobody has to translate them. */
export const TERMINAL = {
  conversation: {
    opening: 'Ask me about {facts} from {articles}. Ctrl-D ends.',
    /** `numbers` is a list such as “1, 2 or 3”. */
    openNear: 'Type {numbers} to read that passage.',
  },
  answer: {
    confidence: 'Confidence: {confidence}.',
    hello: 'Hello! Ask me something about the articles; “npm run articles” lists them.',
    noQuestion: '{reason}. Ask me something about the articles; “npm run articles” lists them.',
    unknown: 'I don’t know.',
    tryOtherWords: 'Try the words that the articles use; “npm run articles” lists them.',
    unsure: 'I am not sure. The closest passage I have:',
    left: '{more}, in {place}',
    rivals: 'These fit about as well:',
    others: 'Other close matches:',
    picture: 'Picture: {picture}',
  },
  articles: {
    noDates: 'no dates',
    total: '{articles}, {facts}, {problems}.',
    parts: {
      sections: '{count, plural, one {# section} other {# sections}}',
      questions: '{count, plural, one {# question} other {# questions}}',
      lists: '{count, plural, one {# list} other {# lists}}',
      tables: '{count, plural, one {# table} other {# tables}}',
      codeBlocks: '{count, plural, one {# code block} other {# code blocks}}',
    },
  },
} as const;
