import { exportCustomer } from '../features/privacy/export/customer-export.service.ts';
import { jsonDownload } from '../server/download.ts';
import { requireAuditedCaller } from './audited.ts';

/** All that is kept of one customer as a JSON file. That it was downloaded is in the audit log before the first byte. */
export async function customerDownload(request: Request, id: string): Promise<Response> {
  const { caller, audit } = await requireAuditedCaller(request.headers);
  const { fileName, email, pieces } = await exportCustomer(caller, id);
  await audit('customers.export', { targetId: id, targetName: email });
  return jsonDownload(fileName, pieces);
}
