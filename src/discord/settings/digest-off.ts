import { DIGEST_OFF_BUTTON } from '../kit/components/shared-buttons.ts';
import type { ButtonComponent } from '../kit/context.ts';
import { runEdit } from './settings.ts';

/** Ends the digests of a server, for whoever manages it. The confirmation can undo that. */
export const digestOffButton: ButtonComponent = {
  name: DIGEST_OFF_BUTTON,
  run: (interaction, _, context) =>
    runEdit(interaction, { command: 'log', edit: { values: { postsDigest: false } } }, context),
};
