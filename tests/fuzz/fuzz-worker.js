// Takes an article and questions through everything that a server does with them. Reports each step before it begins,
// so that the waiting process knows which step hangs.
import { parentPort } from 'node:worker_threads';
import { answerFollowUp } from '../../dist/answering/answer-follow-up.js';
import { answerQuestion } from '../../dist/answering/answer-question.js';
import { readFollowUp } from '../../dist/answering/follow-up/follow-up.js';
import { readQuestion } from '../../dist/answering/question/question.js';
import { parseArticle } from '../../dist/knowledge/folder/parse-article.js';
import { FactBase } from '../../dist/search/fact-base.js';
import { SimilarQuestions } from '../../dist/search/questions/similar-questions.js';
import { isEnglishWord } from '../../dist/text/words/english-words.js';

async function takeThrough({ article: text, questions }) {
  begin('read', 'article');
  const { article } = parseArticle('a.md', Buffer.from(text));
  if (article === null) return;
  begin('index', 'article');
  const base = FactBase.build([article]);
  let last = null;
  for (const asked of questions.asked) {
    begin('answer', 'question');
    const question = readQuestion(base, asked);
    const answer = await answerQuestion(question, { limit: 5 });
    begin('suggest', 'question');
    base.suggestions.complete(asked, 25);
    if (last !== null) {
      begin('follow-up', 'question');
      const followUp = readFollowUp(question, last);
      if (followUp !== null) await answerFollowUp(followUp, { last, limit: 5 });
    }
    const [best] = answer.matches;
    if (best !== undefined) last = { question: question.typed, fact: best.fact, words: null, isLatest: true };
  }
  begin('group', 'article');
  const alike = new SimilarQuestions([], isEnglishWord);
  for (const question of [...questions.alike, ...questions.asked]) {
    alike.find(question);
    alike.add(question);
  }
}

function begin(step, limit) {
  parentPort.postMessage({ step, limit });
}

parentPort.on('message', (hostile) => {
  takeThrough(hostile).then(
    () => parentPort.postMessage({ step: 'done' }),
    (error) => parentPort.postMessage({ step: 'threw', error: String(error?.stack ?? error) }),
  );
});
parentPort.postMessage({ step: 'done' });
