/**
 * Explains why a file .env counts for nothing although it was read: it holds something other than UTF-8 text. Returns null for a file that
 * is fine. Text in another encoding still counts where its settings can be read, as with accents in a comment.
 *
 * @param bytes the content of the file
 * @param settingCount the number of settings that were read from it
 */
export function explainEnvFile(bytes: Uint8Array, settingCount: number): string | null {
  if (!bytes.includes(0) && (settingCount > 0 || isUtf8(bytes))) return null;
  return 'The file .env is not UTF-8 text, so none of its settings count. Open it in your editor and save it as UTF-8; in Notepad, “Save as” offers this beside “Encoding”.';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
