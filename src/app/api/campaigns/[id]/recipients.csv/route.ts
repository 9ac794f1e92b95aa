import { recipientsDownload } from '@/api/campaign-downloads.ts';
import { route } from '@/server/http.ts';

export const GET = route<{ id: string }>((request, { id }) => recipientsDownload(request, id));
