import type { Fields } from '../fields.ts';
import { type OptionView, readCommand } from '../rules/body-views.ts';
import type { NewId } from './snowflakes.ts';

/** A command as Discord stores and returns it. */
export interface StoredCommand extends Fields {
  readonly id: string;
  readonly version: string;
  readonly type: number;
  readonly name: string;
  readonly options?: readonly OptionView[];
}

/** The commands of one scope: global, or of one guild. */
export class CommandBook {
  readonly #byId = new Map<string, StoredCommand>();
  readonly #newId: NewId;
  readonly #fixed: Fields;

  /** @param fixed `application_id`, and `guild_id` for a guild's own commands. */
  constructor(newId: NewId, fixed: Fields) {
    this.#newId = newId;
    this.#fixed = fixed;
  }

  get all(): readonly StoredCommand[] {
    return [...this.#byId.values()];
  }

  get(id: string): StoredCommand | undefined {
    return this.#byId.get(id);
  }

  named(name: string, type: number): StoredCommand | undefined {
    return this.all.find((command) => command.name === name && command.type === type);
  }

  /** Stores the command; one of the same name and type is replaced and keeps its id. */
  put(body: Fields): StoredCommand {
    const { name = '', type } = readCommand(body);
    return this.#store(this.named(name, type)?.id ?? this.#newId(), { ...body, name, type });
  }

  patch(command: StoredCommand, body: Fields): StoredCommand {
    return this.#store(command.id, { ...command, ...body });
  }

  /** Replaces all commands; those whose name and type stay keep their id. */
  replaceAll(bodies: readonly Fields[]): readonly StoredCommand[] {
    const stored = bodies.map((body) => this.put(body));
    const kept = new Set(stored.map(({ id }) => id));
    for (const id of this.#byId.keys()) if (!kept.has(id)) this.#byId.delete(id);
    return stored;
  }

  delete(id: string): boolean {
    return this.#byId.delete(id);
  }

  #store(id: string, body: Fields): StoredCommand {
    const command = completed({ ...body, ...this.#fixed }, id, this.#newId());
    this.#byId.set(id, command);
    return command;
  }
}

/** The command with the fields that Discord adds, and without those that it drops. */
function completed(body: Fields, id: string, version: string): StoredCommand {
  const { options: _sent, default_member_permissions: permissions, ...given } = withoutAbsent(body);
  const { name = '', type, options } = readCommand(body);
  return {
    description: '',
    name_localizations: null,
    description_localizations: null,
    nsfw: false,
    ...('guild_id' in body ? {} : { dm_permission: true, contexts: null, integration_types: [0] }),
    ...given,
    id,
    version,
    type,
    name,
    default_member_permissions: asDecimal(permissions),
    ...(options?.length ? { options: options.map(completedOption) } : {}),
  };
}

/** Bit sets are returned as decimal strings, whatever they were sent as. */
function asDecimal(bits: unknown): string | null {
  return typeof bits === 'string' || typeof bits === 'number' ? String(bits) : null;
}

/** Discord returns an option without the flags that are off and without empty lists. */
function completedOption(option: OptionView): OptionView {
  const entries = Object.entries(withoutAbsent(option)).filter(
    ([, value]) => value !== false && !(Array.isArray(value) && value.length === 0),
  );
  const { options } = option;
  const inner = options?.length ? { options: options.map(completedOption) } : {};
  return { ...Object.fromEntries(entries), type: option.type, ...inner };
}

function withoutAbsent(body: Fields): Fields {
  return Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== undefined && value !== null),
  );
}

/** As a GET without `with_localizations` shows it. */
export function removeLocalizations(command: Fields): Fields {
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = command;
  const lists = Object.entries(rest).filter(([key]) => key === 'options' || key === 'choices');
  const inner = lists.map(([key, list]) => [key, Array.isArray(list) ? list.map(removeLocalizations) : list]);
  return { ...rest, ...Object.fromEntries(inner) };
}
