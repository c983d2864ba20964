/** Texts of the playground, a page for whoever writes articles. Like the terminal, it speaks English alone: nobody has to translate them. */
export const PLAYGROUND = {
  /** What the terminal shows. `articles` and `facts` are counted; `address` is a link. */
  terminal: {
    opening: 'The playground shows {articles} with {facts}. Open it in a browser on this machine:',
    once: 'The address works once. Press Enter for another one, and Ctrl-C to end.',
    onceOnly: 'The address works once. Press Ctrl-C to end.',
    asked: '{count, plural, one {# question} other {# questions}} that members asked openly will be shown.',
    noFile: 'The file of questions “{file}” cannot be read ({code}). Check its name and permissions.',
    noDatabase:
      'There is no database at “{path}”. Set DATABASE_URL to the file that the bot writes, or leave --with-asked-questions out.',
    olderDatabase:
      'The database “{path}” was written by an older Footnote. Start the bot once, which brings it up to date, or leave --with-asked-questions out.',
  },
  /** Words that the page holds itself. None has a value. */
  page: {
    title: 'Footnote playground',
    skip: 'Skip to the content',
    ask: 'Ask',
    articles: 'Articles',
    changes: 'Changes',
    views: 'Views',
    question: 'Question',
    questionHint: 'Ask what a member would ask',
    asking: 'Asking…',
    asDiscord: 'As Discord shows it',
    theme: 'Theme',
    dark: 'Dark',
    light: 'Light',
    width: 'Width',
    desktop: 'Desktop',
    phone: 'Phone',
    onlyYou: 'Only the asker sees this.',
    bot: 'APP',
    botName: 'Footnote',
    why: 'Why this answer',
    confidence: 'Confidence at each strictness',
    words: 'How each word was read',
    candidates: 'Candidates',
    noCandidates: 'No passage comes near.',
    inArticle: 'In the article',
    legendQuoted: 'on the card',
    legendCandidate: 'other candidate, by rank',
    noArticle: 'Ask something to see the article here.',
    filter: 'Filter articles',
    filterHint: 'Title or path',
    noMatch: 'No article matches.',
    problems: 'Problems and parts that are not read',
    noProblems: 'Everything in the folder was read.',
    chooseArticle: 'Choose an article to read it as members see it.',
    articleGone: 'The folder no longer has this article.',
    earlier: 'Show the part before',
    later: 'Show the part after',
    openSource: 'Open the original',
    line: 'Line',
    pasted: 'Add questions, one a line',
    add: 'Add',
    compareFromNow: 'Compare from now on',
    clear: 'Remove all',
    onlyChanged: 'Only changed ones',
    noQuestions:
      'Ask something, or paste questions below. They are asked again whenever you save an article.',
    noneChanged: 'No answer has changed.',
    before: 'Before',
    after: 'Now',
    same: 'Same',
    changed: 'Changed',
    waiting: 'Waiting',
    disconnected: 'The playground has ended. Start it again in the terminal.',
    failed: 'That did not work. Try again; the terminal says more.',
  },
  status: {
    read: '{articles}, {facts}, read at {time}',
    learning:
      'The bot is still reading the articles closely, once ({done, number} of {total, number} facts). Until then answers compare words alone.',
    wordsAlone: 'Answers compare words alone, because the encoders are off or cannot run here.',
    failure: 'The changed files do not answer yet: {reason}',
    /** Files that an edit broke. */
    kept: 'An earlier version still answers for {files}. The list of articles says what to correct.',
  },
  answer: {
    outcomes: { answered: 'Answered', unsure: 'Shown as the closest passage', unknown: '“I don’t know”' },
    summary: '{outcome} · {ms, number} ms',
    /** The number of the place among the candidates, 1 for the best. */
    confidence: '{confidence}; answered from {answered}, closest passage from {unsure}',
    /** `word` is one that no article holds. */
    addAlias:
      'If an article says this in other words, add a line below “aliases” in its front matter: “{word}: ” and these words.',
    writeArticle: 'If no article answers this, write a section with the question as its heading.',
    score: '{share} of the best',
    reader: 'reader {margin}',
    levels: { strict: 'Strict', balanced: 'Balanced', lenient: 'Lenient' },
  },
  articles: {
    more: '{count, plural, one {# more article is} other {# more articles are}} not listed.',
    outdated: 'outdated',
    staleAfter: 'counts as outdated {count, plural, one {# day} other {# days}} after its date',
    language: 'language: {language}',
    aliases: 'Aliases: {list}',
    pinned: 'Suggested first: {list}',
    kinds: { skipped: 'not read', draft: 'draft', warning: 'left out' },
  },
  questions: {
    summary:
      '{count, plural, =0 {No questions yet} one {# question} other {# questions}}, {changed, plural, =0 {no answer} one {# answer} other {# answers}} changed{waiting, plural, =0 {} other {, # still being asked}}',
    /** `max` is how many the list holds. */
    dropped:
      '{count, plural, one {# question was} other {# questions were}} dropped: the list holds the latest {max}.',
    unsure: '(closest passage) {text}',
    unknown: '“I don’t know”',
    waiting: '…',
  },
  /** What a browser shows instead of the page. */
  refused: {
    used: 'This address was used already, or belongs to another run. Press Enter in the terminal for a new one, or start the playground again.',
    noSession: 'Open the address that the terminal shows. It lets this browser in.',
  },
} as const;
