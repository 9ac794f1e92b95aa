import { openApiDocument } from '@/api/openapi/document.ts';

export const GET = () => Response.json(openApiDocument());
