import { customersDownload } from '@/api/customers-download.ts';
import { route } from '@/server/http.ts';

export const POST = route(customersDownload);
