#!/usr/bin/env -S node
import type { Contract as Start } from '../../snapshots/bac59d2ea3ffb73607a4b52f06ad8eee537748be875ef34116afed856ed55d32/contract';
import startContract from '../../snapshots/bac59d2ea3ffb73607a4b52f06ad8eee537748be875ef34116afed856ed55d32/contract.json' with { type: 'json' };
import type { Contract as End } from '../../snapshots/c15f118456364c16e24aceda6f67b475feb11317524259feba356da5d4b51916/contract';
import endContract from '../../snapshots/c15f118456364c16e24aceda6f67b475feb11317524259feba356da5d4b51916/contract.json' with { type: 'json' };
import {
  Migration,
  MigrationCLI,
  collMod,
  createCollection,
  createIndex,
} from '@prisma/orm-mongo/target/migration';

class M extends Migration<Start, End> {
  override readonly startContractJson = startContract;
  override readonly endContractJson = endContract;

  override get operations() {
    return [
      createCollection('erasedCustomers', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              erasedAt: { bsonType: 'date' },
              finishedAt: { bsonType: ['null', 'date'] },
              hash: { bsonType: 'string' },
              requestedBy: { bsonType: 'string' },
              updatedAt: { bsonType: 'date' },
              work: {
                bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
              },
              workspaceId: { bsonType: 'objectId' },
            },
            required: ['_id', 'erasedAt', 'hash', 'requestedBy', 'updatedAt', 'workspaceId'],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createIndex(
        'erasedCustomers',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'erasedAt' },
        ],
        {},
      ),
      createIndex(
        'erasedCustomers',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'hash' },
        ],
        {},
      ),
      createIndex(
        'erasedCustomers',
        [
          { direction: 1, field: 'finishedAt' },
          { direction: 1, field: 'updatedAt' },
        ],
        {},
      ),
      collMod(
        'customers',
        {
          validator: {
            $jsonSchema: {
              additionalProperties: false,
              bsonType: 'object',
              properties: {
                _id: { bsonType: 'objectId' },
                attributes: {
                  bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
                },
                averageOrderValue: { bsonType: ['null', 'long'] },
                city: { bsonType: ['null', 'string'] },
                country: { bsonType: ['null', 'string'] },
                createdAt: { bsonType: 'date' },
                email: { bsonType: 'string' },
                firstOrderAt: { bsonType: ['null', 'date'] },
                folded: {
                  additionalProperties: false,
                  bsonType: 'object',
                  properties: {
                    attributes: {
                      bsonType: [
                        'object',
                        'array',
                        'string',
                        'double',
                        'int',
                        'long',
                        'bool',
                        'null',
                      ],
                    },
                    city: { bsonType: ['null', 'string'] },
                    country: { bsonType: ['null', 'string'] },
                    name: { bsonType: ['null', 'string'] },
                    phone: { bsonType: ['null', 'string'] },
                    tags: { bsonType: 'array', items: { bsonType: 'string' } },
                  },
                  required: ['attributes', 'tags'],
                },
                lastOrderAt: { bsonType: ['null', 'date'] },
                name: { bsonType: ['null', 'string'] },
                orderCount: { bsonType: 'int' },
                phone: { bsonType: ['null', 'string'] },
                rfm: {
                  oneOf: [
                    { bsonType: 'null' },
                    {
                      additionalProperties: false,
                      bsonType: 'object',
                      properties: {
                        frequency: { bsonType: 'int' },
                        monetary: { bsonType: 'int' },
                        recency: { bsonType: 'int' },
                        segment: { bsonType: 'string' },
                      },
                      required: ['frequency', 'monetary', 'recency', 'segment'],
                    },
                  ],
                },
                snapshotIds: {
                  bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
                },
                tags: { bsonType: 'array', items: { bsonType: 'string' } },
                totalSpend: { bsonType: 'long' },
                updatedAt: { bsonType: 'date' },
                workspaceId: { bsonType: 'objectId' },
              },
              required: [
                '_id',
                'attributes',
                'createdAt',
                'email',
                'folded',
                'orderCount',
                'tags',
                'totalSpend',
                'updatedAt',
                'workspaceId',
              ],
            },
          },
          validationLevel: 'strict',
          validationAction: 'error',
        },
        {
          id: 'validator.customers.update',
          label: 'Update validator on customers',
          operationClass: 'destructive',
        },
      ),
    ];
  }
}

export default M;
MigrationCLI.run(import.meta.url, M);
