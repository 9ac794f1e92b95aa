import { exportCustomers, exportCustomersInput } from '../features/customers/list-export.service.ts';
import { requireOwnOrigin } from '../server/csrf.ts';
import { csvDownload } from '../server/download.ts';
import { parseJson, readText } from '../server/http.ts';
import { requirePermission } from '../server/permissions.ts';
import { requireAuditedCaller } from './audited.ts';

/** Five thousand ids, with room to spare. */
const MAX_BODY_BYTES = 1_048_576;

/**
 * The customers a page has chosen as a CSV file. The page sends a form, whose field `request` is JSON: ids are too many for
 * an address, and the answer to a form goes to the disk as it comes.
 */
export async function customersDownload(request: Request): Promise<Response> {
  requireOwnOrigin(request);
  const { caller, audit } = await requireAuditedCaller(request.headers);
  requirePermission(caller, 'customers:read');
  const form = new URLSearchParams(await readText(request, MAX_BODY_BYTES));
  const input = exportCustomersInput.parse(parseJson(form.get('request') ?? ''));
  const { fileName, pieces } = await exportCustomers(caller, input);
  const { target } = input;
  await audit('customers.exportList', {
    targetName: 'ids' in target ? `${target.ids.length} chosen` : 'all that match',
    after: 'ids' in target ? {} : { filter: target.filter },
  });
  return csvDownload(fileName, pieces);
}
