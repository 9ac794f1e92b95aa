/** Whether a message is a whole HTML page and not text: it begins as one. */
export const isHtmlBody = (body: string): boolean => /^\s*<(!doctype html|html)\b/i.test(body);
