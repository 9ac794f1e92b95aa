import { Counter, Histogram } from 'prom-client';
import { metricsRegistry } from '../../server/metrics.ts';
import { singleton } from '../../server/singleton.ts';
import type { AiCall } from './ai-calls.repository.ts';

export const aiMetrics = () =>
  singleton('ai-metrics', () => {
    const registers = [metricsRegistry()];
    return {
      seconds: new Histogram({
        name: 'nexusflow_ai_call_seconds',
        help: 'Questions to the AI service with what came of them, by how long they took',
        labelNames: ['purpose', 'source', 'outcome'],
        buckets: [0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30],
        registers,
      }),
      tokens: new Counter({
        name: 'nexusflow_ai_tokens_total',
        help: 'Tokens the AI service read (input) and wrote (output)',
        labelNames: ['purpose', 'direction'],
        registers,
      }),
    };
  });

export function countAiCall(call: AiCall): void {
  const { purpose, source, outcome } = call;
  aiMetrics().seconds.observe({ purpose, source, outcome }, call.latencyMs / 1_000);
  aiMetrics().tokens.inc({ purpose, direction: 'input' }, call.inputTokens);
  aiMetrics().tokens.inc({ purpose, direction: 'output' }, call.outputTokens);
}
