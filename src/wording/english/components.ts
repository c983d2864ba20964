export const buttons = {
  context: 'Context',
  moreMatches: 'More matches',
  helpful: 'Helpful',
  notHelpful: 'Not helpful',
  dismiss: 'Dismiss',
  share: 'Share',
  tellMe: 'Tell me when you know',
  tellMeDone: 'I will tell you',
  askHuman: 'Ask a human',
  askHumanDone: 'Handed on',
  previous: 'Previous',
  next: 'Next',
  undo: 'Undo',
  apply: 'Apply',
  discard: 'Discard',
  teach: 'Teach',
  writeAnswer: 'Write an answer',
  dismissQuestion: 'Dismiss',
  backToList: 'To the list',
  forgetTaught: 'Forget what was taught',
  deleteAll: 'Delete all of it',
} as const;

export const menus = {
  closeCall: 'Which did you mean?',
  moreMatches: 'Show another match',
  unanswered: 'Deal with a question',
  teach: 'Which passage answers it?',
  snapshots: 'Go back to …',
  changes: 'Undo …',
} as const;

export const noteForm = {
  heading: 'A note for this server',
  title: 'Title',
  text: 'Text',
  answer: 'Text: its first sentence is the answer',
  url: 'Where it comes from (a link)',
} as const;
