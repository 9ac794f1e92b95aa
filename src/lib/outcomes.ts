/** Messages that went out, by what became of them. */
export interface Outcomes {
  delivered: number;
  /** Sent, and nobody has told the outcome (yet). */
  noReceipt: number;
  bounced: number;
  /** Given up after all tries. */
  failed: number;
}

/** All messages that went out. */
export const sentOf = ({ delivered, noReceipt, bounced, failed }: Outcomes): number =>
  delivered + noReceipt + bounced + failed;
