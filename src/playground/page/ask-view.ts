import type { AnswerView, ExplanationView, LevelView } from '../wire/messages.ts';
import { drawArticle, type Marks } from './article-view.ts';
import { create, createButton, find, revealOnNarrowScreen } from './dom.ts';
import { drawLook } from './look-view.ts';
import { call } from './server.ts';
import { texts } from './texts.ts';

const form = find('ask-form', HTMLFormElement);
const field = find('question', HTMLInputElement);
const discord = find('discord', HTMLDivElement);
const why = find('why', HTMLDivElement);
const candidates = find('candidates', HTMLOListElement);
const articleFrame = find('ask-article', HTMLDivElement);

/** Counts the questions: what comes late for an earlier one is dropped. */
let round = 0;
let lastAsked = '';
/** Counts the articles that were wanted, likewise. */
let articleTurn = 0;
let reportFailure: (error: unknown) => void = () => {};

/** Sets up the view that asks. `onFailed` receives what went wrong. */
export function setUpAsking(onFailed: (error: unknown) => void): void {
  reportFailure = onFailed;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    lastAsked = field.value.trim();
    ask(lastAsked).catch(onFailed);
  });
  for (const name of ['theme', 'width'] as const)
    for (const input of document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`))
      input.addEventListener('change', () => {
        discord.dataset[name] = input.value;
      });
  // Whoever opens the page wants to ask; a link to another view leaves the focus alone.
  if (location.hash === '') field.focus();
}

/** Asks the last question again, because the articles have changed. */
export async function askAgain(): Promise<void> {
  if (lastAsked !== '') await ask(lastAsked);
}

async function ask(question: string): Promise<void> {
  if (question === '') return;
  const own = ++round;
  form.setAttribute('aria-busy', 'true');
  try {
    const answer = await call('ask', { question });
    if (own !== round) return;
    showAnswer(answer, own);
    const explanation = await call('explain', { question });
    if (own === round) showExplanation(explanation);
  } finally {
    if (own === round) form.removeAttribute('aria-busy');
  }
}

function showAnswer(answer: AnswerView, own: number): void {
  discord.replaceChildren(drawMessage(answer));
  const levels = create('div', 'levels');
  levels.id = 'levels';
  why.replaceChildren(
    create('p', `outcome ${answer.outcome}`, answer.summary),
    create('p', '', answer.reason),
    ...(answer.limits.length === 0
      ? []
      : [create('p', 'labels', ...answer.limits.map((label) => create('span', 'label warning', label)))]),
    ...(answer.missing.length === 0
      ? []
      : [create('p', 'missing', ...answer.missing.flatMap((word) => [create('mark', 'word', word), ' ']))]),
    ...(answer.advice === null ? [] : [create('p', 'advice', answer.advice)]),
    levels,
  );
  const marks: Marks = {
    quotedIds: new Set(answer.quotedIds),
    ranks: new Map(answer.candidates.map(({ factId }, index) => [factId, index + 1])),
  };
  const show = (path: string, factId: string): void => {
    showArticle({ path, factId, marks, own }).catch(reportFailure);
  };
  const items = answer.candidates.map(({ factId, path, location, text }) => {
    const button = createButton('candidate-button', '', () => {
      show(path, factId);
      revealOnNarrowScreen(articleFrame);
    });
    button.append(create('span', 'candidate-text', text), create('span', 'details', location));
    const item = create('li', '', button);
    item.dataset['candidate'] = factId;
    return item;
  });
  candidates.replaceChildren(
    ...(items.length === 0 ? [create('li', 'placeholder', texts.noCandidates)] : items),
  );
  const [best] = answer.candidates;
  if (best === undefined) articleFrame.replaceChildren(create('p', 'placeholder', texts.noArticle));
  else show(best.path, best.factId);
}

function drawMessage({ message, isPrivate }: AnswerView): HTMLElement {
  return create(
    'div',
    'd-message',
    create('div', 'd-avatar', 'F'),
    create(
      'div',
      'd-body',
      create(
        'div',
        'd-author',
        create('strong', '', texts.botName),
        ' ',
        create('span', 'd-badge', texts.bot),
      ),
      create('div', 'd-layout', ...drawLook(message)),
      isPrivate ? create('div', 'd-private', texts.onlyYou) : null,
    ),
  );
}

interface Shown {
  readonly path: string;
  readonly factId: string;
  readonly marks: Marks;
  /** The question that it belongs to. */
  readonly own: number;
  readonly from?: number;
}

async function showArticle({ path, factId, marks, own, from }: Shown): Promise<void> {
  const aroundFactId = from === undefined ? factId : null;
  const turn = ++articleTurn;
  const article = await call('article', { path, aroundFactId, from: from ?? 0 });
  if (own !== round || turn !== articleTurn) return;
  if (article === null) {
    articleFrame.replaceChildren(create('p', 'placeholder', texts.articleGone));
    return;
  }
  const showFrom = (next: number): void => {
    showArticle({ path, factId, marks, own, from: next }).catch(reportFailure);
  };
  articleFrame.replaceChildren(...drawArticle(article, marks, showFrom));
  for (const mark of articleFrame.querySelectorAll<HTMLElement>('[data-fact]'))
    if (mark.dataset['fact'] === factId) scrollTo(mark);
}

/** Scrolls the article alone, not the page. */
function scrollTo(mark: HTMLElement): void {
  const room = articleFrame.clientHeight - mark.offsetHeight;
  articleFrame.scrollTop +=
    mark.getBoundingClientRect().top - articleFrame.getBoundingClientRect().top - room / 3;
}

function showExplanation({ levels, words, scores }: ExplanationView): void {
  const target = find('levels', HTMLDivElement);
  target.replaceChildren(
    create('h3', '', texts.confidence),
    ...levels.map(drawLevel),
    create('h3', '', texts.words),
    create('ul', 'words', ...words.map((word) => create('li', '', word))),
  );
  for (const { factId, score } of scores)
    for (const item of candidates.querySelectorAll<HTMLElement>('[data-candidate]'))
      if (item.dataset['candidate'] === factId)
        item.querySelector('.details')?.append(create('span', 'score', score));
}

/** Draws a bar for the confidence, with both thresholds on it. */
function drawLevel({
  name,
  outcome,
  outcomeWords,
  confidence,
  answeredFrom,
  unsureFrom,
  words,
}: LevelView): HTMLElement {
  const bar = create(
    'div',
    'bar',
    create('div', `fill ${outcome}`),
    create('div', 'tick unsure-from'),
    create('div', 'tick answered-from'),
  );
  bar.style.setProperty('--confidence', String(confidence));
  bar.style.setProperty('--answered-from', String(answeredFrom));
  bar.style.setProperty('--unsure-from', String(unsureFrom));
  return create(
    'div',
    'level',
    create(
      'div',
      'level-head',
      create('strong', '', name),
      create('span', `outcome ${outcome}`, outcomeWords),
    ),
    bar,
    create('p', 'details', words),
  );
}
