import { importUpload } from '@/api/import-upload.ts';
import { route } from '@/server/http.ts';

export const POST = route((request) => importUpload(request, 'CUSTOMERS'));
