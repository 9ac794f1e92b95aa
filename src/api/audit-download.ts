import { auditFilterSchema } from '../features/audit/audit.schema.ts';
import { exportAuditEvents } from '../features/audit/audit.service.ts';
import { csvDownload } from '../server/download.ts';
import { requireAuditedCaller } from './audited.ts';

/** The audit log as a CSV file, with the filters of the list in the query. That it was downloaded is in the log too. */
export async function auditDownload(request: Request): Promise<Response> {
  const { caller, audit } = await requireAuditedCaller(request.headers);
  const filter = auditFilterSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const pieces = exportAuditEvents(caller, filter);
  await audit('audit.export', { after: { ...filter } });
  return csvDownload(`Audit log ${new Date().toISOString().slice(0, 10)}.csv`, pieces);
}
