import { type Document, isCollection, isScalar, visit, type YAMLError } from 'yaml';

/** What is wrong with a YAML text. */
interface YamlMistake {
  /** Where the mistake begins, in UTF-16 units. */
  readonly offset: number;
  /** The parser's message, in English, without a full stop. */
  readonly detail: string;
}

/**
 * Says where a mistake begins. The parser notices a quotation mark or bracket that is never closed only at the end of the text; the mistake begins where
 * it opens.
 */
export function explainYamlError(document: Document.Parsed, error: YAMLError): YamlMistake {
  const end = error.pos[0];
  let offset = end;
  if (error.code === 'MISSING_CHAR' || error.code === 'BAD_INDENT')
    visit(document, {
      Node: (_, node) => {
        const isQuoted = isScalar(node) && node.type !== 'PLAIN';
        if (!isQuoted && !(isCollection(node) && node.flow === true)) return;
        const [start = end, , ends] = node.range ?? [];
        if (start < offset && (node.range?.[1] === end || ends === end)) offset = start;
      },
    });
  return { offset, detail: nameQuotationMark(error.message).replace(/\.$/, '') };
}

/** The parser writes `Missing closing "quote`. */
function nameQuotationMark(message: string): string {
  return message.replace(/closing (["'])quote/, 'closing quotation mark $1');
}
