import { requireCaller } from '@/api/context.ts';
import { exportSuppressions } from '@/features/suppressions/suppressions.service.ts';
import { csvDownload } from '@/server/download.ts';
import { route } from '@/server/http.ts';

export const GET = route(async (request) =>
  csvDownload('suppressions.csv', exportSuppressions(await requireCaller(request.headers))),
);
