import { exportAudience } from '../features/audiences/audience-export.service.ts';
import { csvDownload } from '../server/download.ts';
import { requireAuditedCaller } from './audited.ts';

/** An audience as a CSV file. The file begins once its columns are known and comes as fast as it is read. */
export async function audienceDownload(request: Request, id: string): Promise<Response> {
  const { caller, audit } = await requireAuditedCaller(request.headers);
  const { fileName, name, pieces } = await exportAudience(caller, id);
  await audit('audiences.export', { targetId: id, targetName: name });
  return csvDownload(fileName, pieces);
}
