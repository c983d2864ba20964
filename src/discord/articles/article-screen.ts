import type { APIMessageTopLevelComponent } from 'discord.js';
import { toFileName } from '../../knowledge/folder/own-path.ts';
import type { OwnArticle } from '../../requests/articles/own-articles.ts';
import { formatDay } from '../../wording/dates.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildCard, buildText } from '../cards/card.ts';
import { COLOURS } from '../cards/colours.ts';
import { buildButton, buildButtonRows } from '../kit/components/buttons.ts';
import { buildEditButton } from '../kit/components/edit-button.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { buildRemoveButton } from './remove-article.ts';
import { buildGetFileButton } from './send-articles.ts';

/** The name of the buttons that turn the pages of the list, in their custom ids. */
export const OWN_PAGER = 'own';

const MAX_NAME_CHARS = 90;
const MAX_TWINS_CHARS = 100;

/** Builds the screen of one of a server's own articles, with what can be done with it, and the way back to its page of the list. */
export function buildArticleScreen(
  own: OwnArticle,
  { page, mayRemove, texts }: { readonly page: number; readonly mayRemove: boolean; readonly texts: Texts },
): readonly APIMessageTopLevelComponent[] {
  const { path } = own.article;
  return [
    buildCard(own.staleAfterDays === null ? COLOURS.done : COLOURS.unsure, [
      ...buildText(describeArticle(own, texts)),
      ...buildButtonRows([
        buildEditButton(path, texts),
        buildGetFileButton(path, texts),
        ...(mayRemove ? [buildRemoveButton(path, texts)] : []),
        buildButton({ component: OWN_PAGER, argument: String(page) }, { label: texts.buttons.allArticles }),
      ]),
    ]),
  ];
}

/** Describes one of a server's own articles: its title, its file, who added it, and what needs attention. */
export function describeArticle(
  { article, addedBy, addedAt, staleAfterDays, saidIn }: OwnArticle,
  { knowledge, tag }: Texts,
): readonly string[] {
  const day = formatDay(addedAt.toISOString().slice(0, 10), tag);
  const details = [
    escapeWithin(toFileName(article.path), MAX_NAME_CHARS),
    knowledge.addedBy({ member: `<@${addedBy}>`, day }),
  ];
  return [
    `**${escapeWithin(article.title, MAX_NAME_CHARS)}**`,
    `-# ${details.join(' · ')}`,
    ...(staleAfterDays === null ? [] : [`⏳ ${knowledge.stale({ days: staleAfterDays })}`]),
    ...(saidIn.length === 0
      ? []
      : [`👥 ${knowledge.saidIn({ titles: escapeWithin(saidIn.join(', '), MAX_TWINS_CHARS) })}`]),
  ];
}
