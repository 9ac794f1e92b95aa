import { requireAuditedCaller } from '@/api/audited.ts';
import { importErrorsCsv } from '@/features/imports/import-errors.service.ts';
import { csvDownload } from '@/server/download.ts';
import { route } from '@/server/http.ts';

export const GET = route<{ id: string }>(async (request, { id }) => {
  const { caller, audit } = await requireAuditedCaller(request.headers);
  const { fileName, pieces } = await importErrorsCsv(caller, id);
  await audit('imports.exportErrors', { targetId: id, targetName: fileName });
  return csvDownload(fileName, pieces);
});
