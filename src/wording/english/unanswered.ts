export const unanswered = {
  /** Above the list; 0 for none left. */
  title:
    '{count, plural, =0 {Nothing is left unanswered} one {# unanswered question} other {# unanswered questions}}',
  times: '{count, plural, one {# time} other {# times}}',
  /** When it was asked, where that was once, and where it was several times. */
  once: 'asked {time}',
  between: 'first {first}, last {last}',
  privately: 'in private',
  whatToDo:
    'Teach me the passage that answers it, write an answer of your own, or dismiss it until it is asked again.',
  /** Where no passage could be taught. */
  nothingToTeach: 'No passage comes near it, so there is none to teach.',
  taught: 'From now on I answer this question with the passage: {question}',
  untaught: 'Forgotten. What I answer to this comes from the articles alone again: {question}',
  dismissed: 'Dismissed until it is asked again: {question}',
  /** To who asked, once it is known. */
  nowKnown: '{mention}, you asked me this; now I know:',
} as const;
