import type { QuestionsView, QuestionView } from '../wire/messages.ts';
import { create, find, showText } from './dom.ts';
import { call } from './server.ts';
import { texts } from './texts.ts';

const summary = find('questions-summary', HTMLParagraphElement);
const list = find('question-list', HTMLUListElement);
const onlyChanged = find('only-changed', HTMLInputElement);
const form = find('paste-form', HTMLFormElement);
const field = find('pasted', HTMLTextAreaElement);
const dropped = find('dropped-questions', HTMLParagraphElement);

let shown: QuestionsView | null = null;

/** Sets up the list of questions. `onFailed` receives what went wrong. */
export function setUpChanges(onFailed: (error: unknown) => void): void {
  const press = (id: string, name: 'compare-from-now' | 'clear-questions'): void =>
    find(id, HTMLButtonElement).addEventListener('click', () => {
      call(name, {}).then(draw).catch(onFailed);
    });
  press('compare-from-now', 'compare-from-now');
  press('clear-questions', 'clear-questions');
  onlyChanged.addEventListener('change', () => {
    if (shown !== null) draw(shown);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    addPasted().catch(onFailed);
  });
}

/** Adds the questions of the field. It keeps them until they have arrived. */
async function addPasted(): Promise<void> {
  const pasted = field.value;
  const questions = pasted.split('\n').filter((line) => line.trim() !== '');
  const view = await call('add-questions', { questions });
  if (field.value === pasted) field.value = '';
  showText(dropped, view.dropped);
  draw(view);
}

/** Reads the questions again. */
export async function refreshQuestions(): Promise<void> {
  draw(await call('questions', {}));
}

function draw(view: QuestionsView): void {
  shown = view;
  summary.textContent = view.summary;
  const questions = onlyChanged.checked
    ? view.questions.filter(({ state }) => state === 'changed')
    : view.questions;
  const items = questions.map(drawQuestion);
  const empty = view.questions.length === 0 ? texts.noQuestions : texts.noneChanged;
  list.replaceChildren(...(items.length === 0 ? [create('li', 'placeholder', empty)] : items));
}

function drawQuestion({ question, state, before, after }: QuestionView): HTMLElement {
  const head = create(
    'div',
    'question-head',
    create('strong', '', question),
    create('span', `label ${state}`, texts[state]),
  );
  const answers =
    state === 'changed'
      ? create(
          'dl',
          'answers',
          ...drawAnswer(texts.before, drawLines(before, after), 'before'),
          ...drawAnswer(texts.after, drawLines(after, before), 'after'),
        )
      : create('dl', 'answers', ...drawAnswer(texts.after, drawLines(after, ''), ''));
  return create('li', `question ${state}`, head, answers);
}

function drawAnswer(label: string, lines: readonly Node[], className: string): readonly Node[] {
  return [create('dt', '', label), create('dd', className, ...lines)];
}

/** Draws the lines of a text; those that the other text has too stand back. */
function drawLines(text: string, other: string): readonly Node[] {
  const others = new Set(other.split('\n'));
  return text.split('\n').map((line) => create('div', others.has(line) ? 'same-line' : '', line));
}
