import { requireCaller } from '@/api/context.ts';
import { importErrorsCsv } from '@/features/imports/import-errors.service.ts';
import { csvDownload } from '@/server/download.ts';
import { route } from '@/server/http.ts';

export const GET = route<{ id: string }>(async (request, { id }) => {
  const { fileName, pieces } = await importErrorsCsv(await requireCaller(request.headers), id);
  return csvDownload(fileName, pieces);
});
