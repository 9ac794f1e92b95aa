import { metricsText } from '@/server/metrics.ts';

export async function GET() {
  const { text, contentType } = await metricsText();
  return new Response(text, { headers: { 'content-type': contentType } });
}
export const dynamic = 'force-dynamic';
