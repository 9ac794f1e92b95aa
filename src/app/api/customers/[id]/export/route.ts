import { customerDownload } from '@/api/customer-download.ts';
import { route } from '@/server/http.ts';

export const GET = route<{ id: string }>((request, { id }) => customerDownload(request, id));
