import type { Exhibit } from '../exhibit.ts';
import type { Stage } from '../stage.ts';

type Fields = Omit<Parameters<Stage['runCommand']>[0], 'by'>;

/** What moderators and members see before anything was asked or changed. These come first. */
export const empty: readonly Exhibit[] = [
  exhibit('empty-stats', '`/stats` before anybody has asked', { name: 'stats' }),
  exhibit('empty-unanswered', '`/unanswered` before anybody has asked', { name: 'unanswered' }),
  exhibit('empty-list', '`/knowledge list` without own articles', { name: 'knowledge', subcommand: 'list' }),
  exhibit('empty-undo', '`/knowledge undo` where nothing was changed', {
    name: 'knowledge',
    subcommand: 'undo',
  }),
  exhibit('empty-versions', '`/refresh undo` before the first refresh', {
    name: 'refresh',
    options: { undo: true },
  }),
  exhibit('empty-preview', '`/refresh preview` where nothing would change', {
    name: 'refresh',
    options: { preview: true },
  }),
  exhibit('empty-privacy', '`/privacy` of somebody who has never asked', { name: 'privacy' }),
];

function exhibit(id: string, caption: string, fields: Fields): Exhibit {
  return {
    id,
    caption,
    play: async (stage) => [await stage.runCommand({ ...fields, by: stage.discord.people.administrator })],
  };
}
