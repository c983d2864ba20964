import { NO_ACCESS } from '../../src/knowledge/article/limits.ts';
import type { AskerAccess } from '../../src/requests/kit/asker-access.ts';
import type { Requester } from '../../src/requests/kit/requester.ts';
import type { Refresher, SharedFolder } from '../../src/requests/refreshing/refresh.ts';

/** Mia, who may what everybody may. */
export const member: Requester = { memberId: 'mia', isModerator: false, managesServer: false };
export const moderator: Requester = { memberId: 'theo', isModerator: true, managesServer: false };

/** Somebody in the server `guild`, the only one there is unless told otherwise. */
export function refresherOf(
  requester: Requester,
  folder: SharedFolder = { maintainerGuildIds: null, serverCount: 1 },
): Refresher {
  return { requester, guildId: 'guild', folder };
}

/** Askers who may read nothing that is limited. */
export const anybody: AskerAccess = {
  readChannelAccess: () => NO_ACCESS,
  fetchAskerAccess: () => Promise.resolve(NO_ACCESS),
};
