/*
 * The languages of the interface, one per line: the code, which settings and buttons store, and the folder.
 */

export { default as 'pt-BR' } from './brazilian-portuguese/texts.json' with { type: 'json' };
export { ENGLISH as en } from './english/catalogue.ts';
export { default as fr } from './french/texts.json' with { type: 'json' };
export { default as de } from './german/texts.json' with { type: 'json' };
export { default as ru } from './russian/texts.json' with { type: 'json' };
export { default as es } from './spanish/texts.json' with { type: 'json' };
