import { commandType } from '../wire-values.ts';
import type { CommandView, OptionView } from './body-views.ts';

export function isChat(command: CommandView): boolean {
  return command.type === commandType.chat;
}

/** An option and the way to it from the body's root. */
export interface PlacedOption {
  readonly option: OptionView;
  readonly path: readonly PropertyKey[];
}

export function listOptions(
  options: readonly OptionView[] = [],
  path: readonly PropertyKey[] = [],
): readonly PlacedOption[] {
  return options.flatMap((option, at) => {
    const here = [...path, 'options', at];
    return [{ option, path: here }, ...listOptions(option.options, here)];
  });
}
