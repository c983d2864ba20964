import type { ModalView } from '../local-discord/rules/body-views.ts';
import type { Message } from '../local-discord/world/messages.ts';
import type { Person } from '../local-discord/world/people.ts';
import type { Stage } from './stage.ts';

/** A message as the local Discord holds it, and what the client shows above it. */
export interface Shown {
  readonly message: Message;
  readonly above?:
    | { readonly kind: 'command'; readonly by: Person; readonly command: string }
    | { readonly kind: 'reply'; readonly to: Message };
  readonly isMenuOpen?: boolean;
}

/** A form that is opened instead of a message. */
export interface Opened {
  readonly form: ModalView;
}

/** A kind of reply, and how it comes about. */
export interface Exhibit {
  /** Names its pictures. */
  readonly id: string;
  readonly caption: string;
  readonly play: (stage: Stage) => Promise<readonly (Shown | Opened)[]>;
}

/** A kind of reply with the messages that were sent. */
export interface PlayedExhibit extends Omit<Exhibit, 'play'> {
  readonly shown: readonly (Shown | Opened)[];
}
