import type { Vendor } from '../vendors.schema.ts';

export const kindNames: Record<Vendor['kind'], string> = {
  SIMULATOR: 'Simulator',
  HTTP: 'HTTP API',
  SMTP: 'Mail server',
};

/** Where a vendor's messages go, in a few words. */
export function placeOf(vendor: Vendor): string {
  switch (vendor.kind) {
    case 'SIMULATOR':
      return 'Nobody';
    case 'HTTP':
      return new URL(vendor.settings.url).host;
    case 'SMTP':
      return `${vendor.settings.host}:${vendor.settings.port}`;
  }
}

/** Whether the vendor tells how each message ended. */
export const sendsReceipts = (vendor: Vendor): boolean =>
  vendor.kind === 'HTTP' ? vendor.settings.receipts : vendor.kind === 'SIMULATOR';
