import { escapeHtml } from '../../../src/playground/page-html.ts';
import type { ComponentView, ModalView } from '../../local-discord/rules/body-views.ts';
import { componentType } from '../../local-discord/wire-values.ts';

/** Of the two styles of a text input the one with several lines. */
const PARAGRAPH = 2;

/** A form in elements of the gallery's own: the components have theirs lie over the whole page. */
export function formToHtml({ title = '', components }: ModalView): string {
  return `<div class="form">
<div class="form-title">${escapeHtml(title)}</div>
${components.map(field).join('')}
<div class="form-buttons"><span class="form-button">Cancel</span><span class="form-button form-submit">Submit</span></div>
</div>`;
}

/** @throws Error for a field that the gallery cannot show, so that none is left out unseen */
function field({ type, label = '', component }: ComponentView): string {
  if (type === componentType.label && component?.type === componentType.fileUpload)
    return `<div class="form-field"><div class="form-label">${escapeHtml(label)}</div><div class="form-input">📎</div></div>`;
  if (type !== componentType.label || component?.type !== componentType.textInput)
    throw new Error(`the gallery cannot show a field of type ${component?.type ?? type}`);
  const { required = true, style, value = '' } = component;
  const needed = required ? ' <span class="form-needed">*</span>' : '';
  const long = style === PARAGRAPH ? ' form-input-long' : '';
  return `<div class="form-field"><div class="form-label">${escapeHtml(label)}${needed}</div><div class="form-input${long}">${escapeHtml(value)}</div></div>`;
}
