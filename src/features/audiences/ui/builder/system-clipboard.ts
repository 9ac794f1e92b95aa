/** The system's clipboard through buttons. Where the browser withholds it, what was copied on this page still pastes here. */
let kept: string | null = null;

export async function writeClipboard(text: string): Promise<void> {
  kept = text;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Kept for this page all the same.
  }
}

/** The clipboard's text, or null when the browser does not let the page read it. */
export async function readClipboard(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return kept;
  }
}
