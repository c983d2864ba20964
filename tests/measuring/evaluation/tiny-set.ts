const ARTICLES = [
  {
    id: 'tower',
    title: 'The tower',
    paragraphs: ['The tower was built in 1900. It has a garden.', 'Kim owns it.'],
  },
  { id: 'bridge', title: 'The bridge', paragraphs: ['The bridge was opened in 1950. It is long.'] },
];

const BUILT = {
  question: 'When was the tower built?',
  articleId: 'tower',
  paragraph: 0,
  answers: [{ text: '1900', start: 23 }],
};
const OPENED = {
  question: 'When was the bridge opened?',
  articleId: 'bridge',
  paragraph: 0,
  answers: [{ text: '1950', start: 25 }],
};

/** Two questions that are answered, one that is not found, one without an answer. */
export const TINY = {
  name: 'tiny',
  articles: ARTICLES,
  questions: [
    BUILT,
    OPENED,
    { question: 'Who has the keys?', articleId: 'tower', paragraph: 1, answers: [{ text: 'Kim', start: 0 }] },
    { question: 'How is bitcoin mined?', articleId: null, paragraph: null, answers: [], answerable: false },
  ],
};

/** Nothing but questions that are answered. */
export const EASY = { name: 'easy', articles: ARTICLES, questions: [BUILT, OPENED] };

/** One question that is answered, but not when the answer has to be very sure. */
export const DOUBTFUL = {
  name: 'doubtful',
  articles: ARTICLES,
  questions: [
    {
      question: 'What does the tower have?',
      articleId: 'tower',
      paragraph: 0,
      answers: [{ text: 'a garden', start: 36 }],
    },
  ],
};

/** Both with typos, of which one is beyond repair. */
export const TYPED = {
  name: 'typed',
  articles: ARTICLES,
  questions: [
    { ...BUILT, question: 'When was the towr built?', cleanQuestion: BUILT.question },
    { ...OPENED, question: 'Whn ws th qqqqqq zzzzzz?', cleanQuestion: OPENED.question },
  ],
};

export const FOREIGN = { name: 'foreign', questions: [{ question: 'Who sings opera?', answers: [] }] };
