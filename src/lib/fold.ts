/** Text as it is compared without case: Unicode NFC, then lower case. Rules, search and tags all use this one form. */
export const fold = (text: string): string => text.normalize('NFC').toLowerCase();
