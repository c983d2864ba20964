/**
 * How Discord shows a message, as a tree of plain data. Whoever draws it, in a page or as HTML, writes texts as texts: nothing in the tree is
 * markup. An `address` begins with `http://` or `https://`.
 */
export type LookNode = TextNode | WrappedNode | ComponentNode;

/** A part of a text. */
type TextNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'code'; readonly text: string; readonly isBlock: boolean }
  | { readonly kind: 'mention'; readonly of: MentionKind; readonly name: string }
  /** A moment that the client tells by the reader’s clock. */
  | { readonly kind: 'moment'; readonly text: string };

export type MentionKind = 'user' | 'role' | 'channel' | 'slash';

/** A part of a text that holds others. */
type WrappedNode =
  | { readonly kind: WrapKind; readonly inner: readonly LookNode[] }
  | { readonly kind: 'heading'; readonly level: number; readonly inner: readonly LookNode[] }
  /** `start` is the number of the first item. */
  | { readonly kind: 'numbers'; readonly start: number; readonly inner: readonly LookNode[] }
  | { readonly kind: 'link'; readonly address: string; readonly inner: readonly LookNode[] };

export type WrapKind =
  | 'bold'
  | 'italic'
  | 'underlined'
  | 'struck'
  | 'spoiler'
  | 'quote'
  | 'small'
  | 'bullets'
  | 'item';

/** A component, or what components are made of. */
type ComponentNode =
  | { readonly kind: 'texts' | 'row'; readonly inner: readonly LookNode[] }
  /** `accent` is the colour of the stripe, as `#2e9e5b`; null for none. */
  | { readonly kind: 'card'; readonly accent: string | null; readonly inner: readonly LookNode[] }
  | { readonly kind: 'section'; readonly inner: readonly LookNode[]; readonly beside: LookNode | null }
  | { readonly kind: 'separator'; readonly isLine: boolean }
  | { readonly kind: 'picture'; readonly description: string }
  | {
      readonly kind: 'button';
      readonly style: ButtonStyle;
      readonly label: string;
      readonly emoji: string | null;
      readonly isDisabled: boolean;
      readonly address: string | null;
    }
  | { readonly kind: 'menu'; readonly shown: string; readonly options: readonly MenuOption[] };

export type ButtonStyle = 'primary' | 'secondary' | 'success' | 'destructive';

interface MenuOption {
  readonly label: string;
  readonly description: string;
}
