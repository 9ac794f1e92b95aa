import { openApiDocument } from '@/api/openapi.ts';

export const GET = () => Response.json(openApiDocument());
