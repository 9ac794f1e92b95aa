import { type APIResponse, expect } from '@playwright/test';
import { z } from 'zod';

const problemSchema = z.object({
  type: z.string(),
  title: z.string().min(1),
  status: z.number(),
  detail: z.string().min(1),
  code: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string().min(1) })).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/** Expects an RFC 9457 problem document with this status and code, which tells nothing of the inside. */
export async function expectProblem(response: APIResponse, status: number, code: string): Promise<Problem> {
  const text = await response.text();
  expect(response.status(), text).toBe(status);
  expect(response.headers()['content-type']).toMatch(/^application\/problem\+json/);
  const problem = problemSchema.parse(JSON.parse(text));
  expect(problem).toMatchObject({ status, code });
  expect(text).not.toMatch(/node_modules|\.ts:|mongodb|ECONN|ZodError/i);
  return problem;
}
