import { resultDaysQuery } from '../features/campaigns/results/results.schema.ts';
import { exportRecipients, exportResults } from '../features/campaigns/results/results-export.service.ts';
import { csvDownload } from '../server/download.ts';
import { requireAuditedCaller } from './audited.ts';

/** A campaign's results as a CSV file; `days` in the query says within how many days orders count. */
export const resultsDownload = (request: Request, id: string): Promise<Response> =>
  download(request, id, exportResults, 'campaigns.exportResults');

/** Everyone a campaign went to, as a CSV file that is sent as it is read. */
export const recipientsDownload = (request: Request, id: string): Promise<Response> =>
  download(request, id, exportRecipients, 'campaigns.exportRecipients');

async function download(
  request: Request,
  id: string,
  exported: typeof exportResults,
  action: string,
): Promise<Response> {
  const { caller, audit } = await requireAuditedCaller(request.headers);
  const { days } = resultDaysQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { name, fileName, pieces } = await exported(caller, { id, days });
  await audit(action, { targetId: id, targetName: name, after: { days } });
  return csvDownload(fileName, pieces);
}
