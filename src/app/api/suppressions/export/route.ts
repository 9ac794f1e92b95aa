import { requireCaller } from '@/api/context.ts';
import { exportSuppressions } from '@/features/suppressions/suppressions.service.ts';
import { route, textStream } from '@/server/http.ts';

export const GET = route(
  async (request) =>
    new Response(textStream(exportSuppressions(await requireCaller(request.headers))), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="suppressions.csv"',
      },
    }),
);
