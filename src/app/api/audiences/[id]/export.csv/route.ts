import { audienceDownload } from '@/api/audience-download.ts';
import { route } from '@/server/http.ts';

export const GET = route<{ id: string }>((request, { id }) => audienceDownload(request, id));
