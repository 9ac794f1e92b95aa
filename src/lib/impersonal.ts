/** What a vendor said, without whom it said it of: no address and no telephone number. */
export const impersonal = (reason: string): string =>
  reason.replace(/<?\S+@\S+>?/g, '…').replace(/\+?\d[\d\s().-]{6,}\d/g, '…');
