import { downloads } from './endpoints/downloads.ts';
import { operations } from './endpoints/operations.ts';
import { streams } from './endpoints/streams.ts';
import { uploads } from './endpoints/uploads.ts';
import { vendorSide } from './endpoints/vendor-side.ts';
import type { OperationObject, PathItem, Schema } from './types.ts';

/** An endpoint that is no procedure, described by hand. */
export interface Endpoint {
  path: string;
  method: keyof PathItem;
  operation: OperationObject;
}

/** All of them; `schemas` are the components examples are made from. */
export const endpoints = (schemas: Record<string, Schema>): Endpoint[] => [
  ...uploads,
  ...downloads,
  ...streams,
  ...vendorSide(schemas),
  ...operations,
];
