import { componentType } from '../wire-values.ts';
import type { ComponentView } from './body-views.ts';
import type { Breach } from './rule.ts';

/** A component and the way to it from the body's root. */
export interface Placed {
  readonly component: ComponentView;
  readonly path: readonly PropertyKey[];
}

/** Every component, parents before children, in reading order. */
export function listComponents(
  components: readonly ComponentView[],
  path: readonly PropertyKey[] = ['components'],
): readonly Placed[] {
  return components.flatMap((component, at) => withChildren(component, [...path, at]));
}

function withChildren(component: ComponentView, path: readonly PropertyKey[]): readonly Placed[] {
  const single = (['accessory', 'component'] as const).flatMap((field) => {
    const child = component[field];
    return child ? withChildren(child, [...path, field]) : [];
  });
  return [
    { component, path },
    ...listComponents(component.components ?? [], [...path, 'components']),
    ...single,
  ];
}

/** Runs the check on every component of one of the types and places what it finds. */
export function listOfType(
  components: readonly ComponentView[],
  types: readonly number[],
  breaches: (component: ComponentView) => readonly Breach[],
): readonly Breach[] {
  return listComponents(components)
    .filter(({ component }) => types.includes(component.type))
    .flatMap(({ component, path }) =>
      breaches(component).map((breach) => ({ ...breach, path: [...path, ...breach.path] })),
    );
}

/** All menus: of strings, users, roles, mentionables and channels. */
export const selectTypes: readonly number[] = [
  componentType.stringSelect,
  componentType.userSelect,
  componentType.roleSelect,
  componentType.mentionableSelect,
  componentType.channelSelect,
];
