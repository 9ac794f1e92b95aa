import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
  'response_headers_conformance',
];

export interface FuzzRun {
  name: string;
  /** Null: as nobody. */
  key: string | null;
  seconds: number;
}

export interface FuzzResult {
  name: string;
  requests: number;
  operations: number;
  /** Operations that did not hold what the document says. */
  failed: number;
  /** What schemathesis said, for people. */
  output: string;
}

const reportSchema = z.object({
  operations: z.object({ tested: z.number() }),
  test_cases: z.object({ generated: z.number() }),
  failures: z.array(z.object({ operations: z.array(z.unknown()) })),
  errors: z.array(z.object({ count: z.number() })),
});

/** Lets schemathesis make up requests for one caller until the time is over. */
export async function fuzz(
  program: string,
  { name, key, seconds }: FuzzRun,
  { document, url, directory, seed }: { document: string; url: string; directory: string; seed: string },
): Promise<FuzzResult> {
  mkdirSync(directory, { recursive: true });
  const report = join(directory, `${name}.json`);
  rmSync(report, { force: true });
  const output = await outputOf(program, [
    'run',
    document,
    ...['--url', `${url}/api`],
    ...(key ? ['--header', `Authorization: Bearer ${key}`] : []),
    ...['--checks', CHECKS.join(',')],
    ...['--max-time', String(seconds)],
    // One: with several threads Python 3.11 itself fails now and then (“AST constructor recursion depth mismatch”).
    ...['--workers', '1'],
    ...['--request-timeout', '30'],
    ...['--seed', seed],
    ...['--report', 'json', '--report-json-path', report],
    ...['--warnings', 'off', '--no-color'],
  ]);
  const parsed = reportSchema.safeParse(readReport(report));
  if (!parsed.success) return { name, requests: 0, operations: 0, failed: 1, output };
  const { operations, test_cases, failures, errors } = parsed.data;
  const broken = new Set(failures.flatMap((failure) => failure.operations.map((one) => JSON.stringify(one))));
  return {
    name,
    requests: test_cases.generated,
    operations: operations.tested,
    failed: broken.size + errors.reduce((sum, { count }) => sum + count, 0),
    output,
  };
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function outputOf(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const parts: Buffer[] = [];
    child.stdout.on('data', (data: Buffer) => parts.push(data));
    child.stderr.on('data', (data: Buffer) => parts.push(data));
    child.once('error', (error) => resolve(error.message));
    child.once('close', () => resolve(Buffer.concat(parts).toString()));
  });
}
