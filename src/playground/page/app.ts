import { refreshArticles, setUpArticles } from './articles-view.ts';
import { askAgain, setUpAsking } from './ask-view.ts';
import { refreshQuestions, setUpChanges } from './changes-view.ts';
import { find, showText } from './dom.ts';
import { call, listen } from './server.ts';
import { texts } from './texts.ts';

const VIEWS = ['ask', 'articles', 'changes'] as const;

const failure = find('failure', HTMLParagraphElement);
const notice = find('notice', HTMLParagraphElement);
const status = find('status', HTMLParagraphElement);
const changedCount = find('changed-count', HTMLSpanElement);

/** Shows the view that the address names; the first by default. */
function showView(): void {
  const named = VIEWS.find((view) => location.hash === `#${view}`) ?? 'ask';
  for (const view of VIEWS) {
    find(`view-${view}`, HTMLElement).hidden = view !== named;
    const link = document.querySelector(`[data-view="${view}"]`);
    if (view === named) link?.setAttribute('aria-current', 'page');
    else link?.removeAttribute('aria-current');
  }
}

function onFailed(error: unknown): void {
  showText(failure, error instanceof Error && !(error instanceof TypeError) ? error.message : texts.failed);
}

async function refreshStatus(): Promise<void> {
  const view = await call('status', {});
  showText(status, view.articles);
  showText(notice, view.notice);
  showText(failure, view.failure);
  showText(changedCount, view.changedCount === 0 ? null : String(view.changedCount));
}

/** Runs a task once more after it ends, however often it was wanted meanwhile. */
function coalesce(task: () => Promise<void>): () => void {
  let state: 'idle' | 'running' | 'wanted' = 'idle';
  const run = (): void => {
    if (state !== 'idle') {
      state = 'wanted';
      return;
    }
    state = 'running';
    task()
      .catch(onFailed)
      .finally(() => {
        const isWanted = state === 'wanted';
        state = 'idle';
        if (isWanted) run();
      });
  };
  return run;
}

const wantStatus = coalesce(refreshStatus);
const wantQuestions = coalesce(async () => {
  await refreshQuestions();
  await refreshStatus();
});
const wantAll = coalesce(async () => {
  await refreshStatus();
  await refreshArticles(onFailed);
  await askAgain();
});

setUpAsking(onFailed);
setUpArticles(onFailed);
setUpChanges(onFailed);
addEventListener('hashchange', showView);
showView();
listen({ status: wantStatus, articles: wantAll, questions: wantQuestions }, (isThere) => {
  if (!isThere) {
    showText(failure, texts.disconnected);
    return;
  }
  wantAll();
  wantQuestions();
});
