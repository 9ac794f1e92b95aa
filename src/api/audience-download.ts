import { exportAudience } from '../features/audiences/audience-export.service.ts';
import { csvDownload } from '../server/download.ts';
import { requireCaller } from './context.ts';

/** An audience as a CSV file. The file begins once its columns are known and comes as fast as it is read. */
export async function audienceDownload(request: Request, id: string): Promise<Response> {
  const { fileName, pieces } = await exportAudience(await requireCaller(request.headers), id);
  return csvDownload(fileName, pieces);
}
