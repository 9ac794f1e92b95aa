import { requireCaller } from '@/api/context.ts';
import { importErrorsCsv } from '@/features/imports/imports.service.ts';
import { route, textStream } from '@/server/http.ts';

export const GET = route<{ id: string }>(async (request, { id }) => {
  const { fileName, lines } = await importErrorsCsv(await requireCaller(request.headers), id);
  return new Response(textStream(lines), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="import-errors.csv"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    },
  });
});
