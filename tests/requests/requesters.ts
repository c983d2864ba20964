import type { Requester } from '../../src/requests/requester.ts';

/** Mia, who may what everybody may. */
export const member: Requester = { memberId: 'mia', isModerator: false, managesServer: false };
export const moderator: Requester = { memberId: 'theo', isModerator: true, managesServer: false };
