import { z } from 'zod';
import { registeredUserSchema, registerInput } from '../../../features/auth/auth.schema.ts';
import { refusal } from '../components.ts';
import type { Endpoint } from '../endpoints.ts';
import { jsonSchema } from '../schemas.ts';
import { refusals } from './parts.ts';

const healthSchema = z.object({ status: z.literal('ok') });
const readySchema = z.object({
  status: z.enum(['ok', 'unavailable']),
  mongodb: z.boolean(),
  redis: z.boolean(),
});

/** Signing up, and what whoever runs the installation asks. */
export const operations: Endpoint[] = [
  {
    path: '/auth/register',
    method: 'post',
    operation: {
      operationId: 'accounts-register',
      tags: ['Accounts'],
      summary: 'Make an account with a workspace of its own',
      description: 'Signing in is NextAuth’s: /api/auth/csrf, then /api/auth/callback/credentials.',
      security: [],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: jsonSchema(registerInput, 'input'),
            example: { name: 'Ann Smith', email: 'ann@example.com', password: 'a-long-password' },
          },
        },
      },
      responses: {
        201: {
          description: 'The new account',
          content: {
            'application/json': {
              schema: jsonSchema(registeredUserSchema),
              example: { id: '6925f1c2a4b3d8e7f6051423', name: 'Ann Smith', email: 'ann@example.com' },
            },
          },
        },
        ...refusals(400, 403, 409, 413, 415),
        429: refusal('429'),
      },
    },
  },
  {
    path: '/health',
    method: 'get',
    operation: {
      operationId: 'health',
      tags: ['Operations'],
      summary: 'Whether the process answers',
      security: [],
      responses: {
        200: {
          description: 'It does',
          content: { 'application/json': { schema: jsonSchema(healthSchema), example: { status: 'ok' } } },
        },
        '5XX': refusal('5XX'),
      },
    },
  },
  {
    path: '/ready',
    method: 'get',
    operation: {
      operationId: 'ready',
      tags: ['Operations'],
      summary: 'Whether database and Redis answer too',
      security: [],
      responses: {
        200: {
          description: 'They do',
          content: {
            'application/json': {
              schema: jsonSchema(readySchema),
              example: { status: 'ok', mongodb: true, redis: true },
            },
          },
        },
        503: {
          description: 'One of them does not',
          content: {
            'application/json': {
              schema: jsonSchema(readySchema),
              example: { status: 'unavailable', mongodb: true, redis: false },
            },
          },
        },
        '5XX': refusal('5XX'),
      },
    },
  },
  {
    path: '/metrics',
    method: 'get',
    operation: {
      operationId: 'metrics',
      tags: ['Operations'],
      summary: 'Figures for Prometheus',
      security: [],
      responses: {
        200: {
          description: 'In Prometheus’ text format',
          content: {
            'text/plain': { schema: { type: 'string' }, example: '# TYPE nexusflow_jobs gauge\n' },
          },
        },
        '5XX': refusal('5XX'),
      },
    },
  },
];
