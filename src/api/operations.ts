import { z } from 'zod';
import { type Permission, permissionNames } from '../server/permissions.ts';
import type { Access } from '../server/trpc.ts';
import { appRouter } from './root.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One procedure as the REST API offers it. */
export interface Operation {
  /** Its name among the procedures, such as `customers.create`. */
  name: string;
  method: Method;
  /** Below `/api`, such as `/customers/{id}`. */
  path: string;
  permission: Permission | undefined;
  input: z.ZodObject | null;
  output: z.ZodType;
  /** Answers 201 with the new thing, whose place is named by `Location` where it has one. */
  creates: boolean;
  /** What of the answer `?fields=` chooses from: the fields of one thing, or of a list's items. */
  fields: readonly string[];
  /** Whether If-Match guards it. */
  guarded: boolean;
  /** Whether it gives one thing, which has an ETag. */
  givesOne: boolean;
}

/** Procedures that make a thing and answer 201 with it. */
const CREATING = /\.(create|duplicate|resendFailed|takeSnapshot)$|^imports\.start$/;

/** The input by which a change is made only while the thing is as the caller has seen it; If-Match is put in there. */
export const GUARD = 'ifUpdatedAt';

/** Every procedure with a path. */
export const operations: readonly Operation[] = Object.entries(appRouter._def.procedures).flatMap(
  ([name, procedure]: [string, object]): Operation[] => {
    const { meta, inputs, output } = (procedure as { _def: Definition })._def;
    if (!meta?.openapi) return [];
    const { method, path } = meta.openapi;
    const input = objectOf(inputs?.[0]);
    const answer = output ?? z.unknown();
    return [
      {
        name,
        method,
        path,
        permission: permissionNames.find((name) => name === meta.access),
        input,
        output: answer,
        creates: method === 'POST' && CREATING.test(name),
        fields: method === 'GET' ? fieldsOf(answer) : [],
        guarded: input !== null && GUARD in input.shape,
        givesOne: method === 'GET' && path.endsWith('/{id}'),
      },
    ];
  },
);

/** What tRPC keeps of a procedure; its types leave the parsers out. */
interface Definition {
  meta?: { openapi?: { method: Method; path: string }; access?: Access };
  inputs?: z.ZodType[];
  output?: z.ZodType;
}

/** The object a schema reads, whatever is refined or made of it. */
function objectOf(schema: z.ZodType | undefined): z.ZodObject | null {
  if (schema instanceof z.ZodPipe) return objectOf(schema.in as z.ZodType);
  return schema instanceof z.ZodObject ? schema : null;
}

function fieldsOf(output: z.ZodType): readonly string[] {
  const items = objectOf(output)?.shape.items;
  return [...new Set(keysOf(items instanceof z.ZodArray ? (items.element as z.ZodType) : output))];
}

/** The fields of an object, of any of several, or of several in one. */
function keysOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => keysOf(one as z.ZodType));
  if (schema instanceof z.ZodIntersection)
    return [schema.def.left, schema.def.right].flatMap((one) => keysOf(one as z.ZodType));
  return Object.keys(objectOf(schema)?.shape ?? {});
}

const matchers = operations.map((operation) => ({
  operation,
  pattern: new RegExp(`^${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`),
  // A path without parameters is nearer than one with.
  parameters: operation.path.split('{').length,
}));

/** The operations at a path below `/api`, the nearest first; of one path there is one per method. */
export function operationsAt(path: string): Operation[] {
  return matchers
    .filter(({ pattern }) => pattern.test(path))
    .toSorted((a, b) => a.parameters - b.parameters)
    .map(({ operation }) => operation);
}
