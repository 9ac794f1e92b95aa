import { requireAuditedCaller } from '@/api/audited.ts';
import { exportSuppressions } from '@/features/suppressions/suppressions.service.ts';
import { csvDownload } from '@/server/download.ts';
import { route } from '@/server/http.ts';

export const GET = route(async (request) => {
  const { caller, audit } = await requireAuditedCaller(request.headers);
  const pieces = exportSuppressions(caller);
  await audit('suppressions.export');
  return csvDownload('suppressions.csv', pieces);
});
