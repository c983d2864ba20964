/** The forms that a noun takes behind numbers; languages use those that they have, `other` always. */
export type PluralForms = { readonly other: string } & Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>;

/** Puts a count before the form of the noun that the language's rules ask for: `1 fact`, `2 facts`. */
export function counter(tag: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(tag);
  return (count, forms) => `${count} ${forms[rules.select(count)] ?? forms.other}`;
}
