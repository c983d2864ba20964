export const unanswered = {
  /** Above the list; 0 for none left. */
  title:
    '{count, plural, =0 {No unanswered questions} one {# unanswered question} other {# unanswered questions}}',
  times: '{count, plural, one {# time} other {# times}}',
  /** When it was asked, where that was once, and where it was several times. */
  once: 'asked {time}',
  between: 'first {first}, last {last}',
  privately: 'in private',
  whatToDo:
    'Choose the passage that answers it, write an answer yourself, or dismiss it until it is asked again.',
  /** Where no passage could be taught. */
  nothingToTeach: 'No passage comes close, so there is none to choose.',
  taught: 'From now on I answer this question with the passage below: {question}',
  untaught: 'Forgotten. I answer this from the articles alone again: {question}',
  dismissed: 'Dismissed until it is asked again: {question}',
  /** To who asked, once it is known. */
  nowKnown: '{mention}, here’s the answer to your question:',
} as const;
