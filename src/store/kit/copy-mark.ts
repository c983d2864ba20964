/**
 * The table that a database has while a copy into it is not finished. Its only row names where the copy comes from. Nothing but the copy
 * itself opens such a database.
 */
export const COPY_MARK = 'footnote_copying';
