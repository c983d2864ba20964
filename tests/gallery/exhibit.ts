import type { ModalView } from '../local-discord/rules/body-views.ts';
import type { Message } from '../local-discord/world/messages.ts';
import type { Person } from '../local-discord/world/people.ts';
import type { Stage } from './stage.ts';

/** A message as the local Discord has it, and what the client shows above it. */
export interface ShownMessage {
  readonly message: Message;
  readonly above?:
    | { readonly kind: 'command'; readonly by: Person; readonly command: string }
    | { readonly kind: 'reply'; readonly to: Message };
  readonly isMenuOpen?: boolean;
}

/** A form that the bot opens instead of sending a message. */
export interface OpenedForm {
  readonly form: ModalView;
}

/** A kind of reply, and how to get it from the bot. */
export interface Exhibit {
  /** The name of its pictures, and the id of its section of the page; unique. */
  readonly id: string;
  readonly caption: string;
  readonly play: (stage: Stage) => Promise<readonly (ShownMessage | OpenedForm)[]>;
}

/** An exhibit with the messages that the bot sent. */
export interface PlayedExhibit extends Omit<Exhibit, 'play'> {
  readonly shown: readonly (ShownMessage | OpenedForm)[];
}
