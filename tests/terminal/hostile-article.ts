/** Sequences that clear the screen, set the title, hide text, turn the reading direction round, ring. */
export const TERMINAL_SEQUENCES = '\u001b[2J\u001b]0;owned\u0007\u001b[8m\u009b31m\u202e\u2066\b\r';

/** An article that would take the terminal over if it were shown as it stands. */
export const HOSTILE_ARTICLE = `---
title: The hostile \u202etower
publisher: A \u202epublisher
---

The tower ${TERMINAL_SEQUENCES.replace('\r', '')} was built in 1900 \u001b[2Jby the customs service.
`;

/** Control characters but the line break, and the marks that turn the reading direction round. */
export const STEERING = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u;
