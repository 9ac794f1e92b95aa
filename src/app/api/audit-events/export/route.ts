import { auditDownload } from '@/api/audit-download.ts';
import { route } from '@/server/http.ts';

export const GET = route(auditDownload);
