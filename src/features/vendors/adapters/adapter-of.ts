import { getEnv } from '../../../env.ts';
import { oneClickUnsubscribeUrl } from '../../campaigns/recipients.ts';
import { httpSecretsOf, smtpSecretsOf } from '../vendor-secrets.ts';
import type { StoredVendor } from '../vendors.repository.ts';
import type { VendorAdapter } from './adapter.ts';
import { httpAdapter } from './http.ts';
import { simulatorAdapter } from './simulator.ts';
import { smtpAdapter } from './smtp.ts';

/** How to speak to a vendor. @throws UnreadableSecretError */
export function adapterOf(vendor: StoredVendor): VendorAdapter {
  switch (vendor.kind) {
    case 'SIMULATOR':
      return simulatorAdapter(`${getEnv().internalUrl}/api/dummy-vendor/send`, vendor.settings);
    case 'HTTP':
      return httpAdapter(vendor.settings, httpSecretsOf(vendor), oneClickUnsubscribeUrl);
    case 'SMTP': {
      const config = { settings: vendor.settings, secrets: smtpSecretsOf(vendor) };
      return smtpAdapter(vendor.id, config, oneClickUnsubscribeUrl);
    }
  }
}
