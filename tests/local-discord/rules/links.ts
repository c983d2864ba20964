/** Whether Discord takes the text as a link: http and https only. */
export function isWebLink(link: string): boolean {
  return URL.canParse(link) && ['http:', 'https:'].includes(new URL(link).protocol);
}

/** Whether Discord takes the text as the place of a picture or file: a web link or a file of the same message. */
export function isMediaLink(link: string): boolean {
  return isWebLink(link) || /^attachment:\/\/.+/.test(link);
}
