import { type APIButtonComponentWithCustomId, ComponentType, type Message } from 'discord.js';
import type { Texts } from '../../../wording/kit/texts.ts';
import { buildButton } from '../../kit/components/buttons.ts';
import { decodeCustomId } from '../../kit/custom-id.ts';

/** The name of the button that shows the options of an answer. */
export const OPTIONS = 'options';

/** What the options of an answer are about. */
export interface OptionsRef {
  /** Null when the question could not be recorded. */
  readonly askedId: string | null;
  readonly factId: string;
  /** Whether the question had more than one match. */
  readonly hasOthers: boolean;
  /** Who may delete the answer, beside moderators. */
  readonly askerId: string;
}

/** No id contains this character, so it separates them. */
const BETWEEN = ' ';
/** Stands between the ids when there are other matches. */
const OTHERS = '+';

/** Builds the button that shows the options of an answer. It carries what they are about. */
export function buildOptionsButton(
  ref: OptionsRef,
  { buttons }: Pick<Texts, 'buttons'>,
): APIButtonComponentWithCustomId {
  return buildButton({ component: OPTIONS, argument: encodeOptions(ref) }, { label: buttons.more });
}

/** Encodes what options are about as the argument of a button. */
export function encodeOptions({ askedId, factId, hasOthers, askerId }: OptionsRef): string {
  return [askedId ?? '', factId, hasOthers ? OTHERS : '', askerId].join(BETWEEN);
}

/** Reads that argument; a forged one gives ids that nothing has. */
export function decodeOptions(argument: string): OptionsRef {
  const [askedId = '', factId = '', others, askerId = ''] = argument.split(BETWEEN);
  return { askedId: askedId === '' ? null : askedId, factId, hasOthers: others === OTHERS, askerId };
}

/** Finds what the options of the answer in a message are about, or null if the message is no answer. */
export function findOptions({ components }: Message): OptionsRef | null {
  const buttons = components.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
  const ids = buttons.flatMap((button) => decodeCustomId(button.customId ?? '') ?? []);
  const options = ids.find(({ component }) => component === OPTIONS);
  return options === undefined ? null : decodeOptions(options.argument);
}
