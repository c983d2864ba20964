import type {
  AddedQuestionsView,
  AnswerView,
  ArticlesView,
  ArticleView,
  ExplanationView,
  QuestionsView,
  StatusView,
} from '../wire/messages.ts';

/** What can be asked for, with what is sent along and what comes back. */
interface Calls {
  readonly status: { readonly sent: Empty; readonly found: StatusView };
  readonly ask: { readonly sent: { readonly question: string }; readonly found: AnswerView };
  readonly explain: { readonly sent: { readonly question: string }; readonly found: ExplanationView };
  readonly articles: { readonly sent: Empty; readonly found: ArticlesView };
  readonly article: { readonly sent: ArticleWanted; readonly found: ArticleView | null };
  readonly questions: { readonly sent: Empty; readonly found: QuestionsView };
  readonly 'add-questions': {
    readonly sent: { readonly questions: readonly string[] };
    readonly found: AddedQuestionsView;
  };
  readonly 'compare-from-now': { readonly sent: Empty; readonly found: QuestionsView };
  readonly 'clear-questions': { readonly sent: Empty; readonly found: QuestionsView };
}

type Empty = Readonly<Record<string, never>>;

interface ArticleWanted {
  readonly path: string;
  readonly aroundFactId: string | null;
  readonly from: number;
}

/**
 * Asks the server.
 *
 * @throws {Error} with the server's sentence
 */
export async function call<Name extends keyof Calls>(
  name: Name,
  sent: Calls[Name]['sent'],
): Promise<Calls[Name]['found']> {
  const response = await fetch(`api/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(sent),
    redirect: 'error',
  });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

/** Listens to what the server tells of. `onState` is told whether it is there. */
export function listen(
  handlers: Readonly<Record<string, () => void>>,
  onState: (isThere: boolean) => void,
): void {
  const events = new EventSource('api/events');
  for (const [name, handle] of Object.entries(handlers)) events.addEventListener(name, handle);
  events.addEventListener('open', () => onState(true));
  events.addEventListener('error', () => onState(false));
}
