import { metricsText } from '@/server/queue-metrics.ts';

export async function GET() {
  const { text, contentType } = await metricsText();
  return new Response(text, { headers: { 'content-type': contentType } });
}
export const dynamic = 'force-dynamic';
