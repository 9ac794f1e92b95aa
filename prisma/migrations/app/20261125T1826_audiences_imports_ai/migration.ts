#!/usr/bin/env -S node
import type { Contract as Start } from '../../snapshots/7c01a86615dd0d800d05e6e968df4ed02d61ce0edfe30e7740b96a664e679706/contract';
import startContract from '../../snapshots/7c01a86615dd0d800d05e6e968df4ed02d61ce0edfe30e7740b96a664e679706/contract.json' with { type: 'json' };
import type { Contract as End } from '../../snapshots/82943b0ec45f2976d9f5c2e329414aa1c5dea089d90931940e93c9d930586798/contract';
import endContract from '../../snapshots/82943b0ec45f2976d9f5c2e329414aa1c5dea089d90931940e93c9d930586798/contract.json' with { type: 'json' };
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
      createCollection('aiCalls', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              costMicros: { bsonType: 'long' },
              createdAt: { bsonType: 'date' },
              inputTokens: { bsonType: 'int' },
              latencyMs: { bsonType: 'int' },
              model: { bsonType: ['null', 'string'] },
              outcome: { bsonType: 'string' },
              outputTokens: { bsonType: 'int' },
              purpose: { bsonType: 'string' },
              requests: { bsonType: 'int' },
              source: { bsonType: 'string' },
              workspaceId: { bsonType: 'objectId' },
            },
            required: [
              '_id',
              'costMicros',
              'createdAt',
              'inputTokens',
              'latencyMs',
              'outcome',
              'outputTokens',
              'purpose',
              'requests',
              'source',
              'workspaceId',
            ],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createCollection('audienceCounts', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              audienceId: { bsonType: 'objectId' },
              count: { bsonType: 'int' },
              day: { bsonType: 'date' },
              updatedAt: { bsonType: 'date' },
              workspaceId: { bsonType: 'objectId' },
            },
            required: ['_id', 'audienceId', 'count', 'day', 'updatedAt', 'workspaceId'],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createCollection('importChanges', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              batch: { bsonType: 'int' },
              changes: {
                bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
              },
              createdAt: { bsonType: 'date' },
              importId: { bsonType: 'objectId' },
              workspaceId: { bsonType: 'objectId' },
            },
            required: ['_id', 'batch', 'changes', 'createdAt', 'importId', 'workspaceId'],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createCollection('rfmTables', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              boundaries: {
                bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
              },
              computedAt: { bsonType: 'date' },
              customers: { bsonType: 'int' },
              workspaceId: { bsonType: 'objectId' },
            },
            required: ['_id', 'boundaries', 'computedAt', 'customers', 'workspaceId'],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createIndex(
        'aiCalls',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'createdAt' },
        ],
        {},
      ),
      createIndex('aiCalls', [{ direction: 1, field: 'createdAt' }], {
        expireAfterSeconds: 7776000,
      }),
      createIndex(
        'audienceCounts',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'audienceId' },
          { direction: 1, field: 'day' },
        ],
        { unique: true },
      ),
      createIndex(
        'customers',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'snapshotIds' },
        ],
        {},
      ),
      createIndex(
        'importChanges',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'importId' },
          { direction: 1, field: 'batch' },
        ],
        { unique: true },
      ),
      createIndex('rfmTables', [{ direction: 1, field: 'workspaceId' }], { unique: true }),
      collMod(
        'audiences',
        {
          validator: {
            $jsonSchema: {
              additionalProperties: false,
              bsonType: 'object',
              properties: {
                _id: { bsonType: 'objectId' },
                createdAt: { bsonType: 'date' },
                description: { bsonType: ['null', 'string'] },
                name: { bsonType: 'string' },
                rules: {
                  bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
                },
                snapshot: {
                  oneOf: [
                    { bsonType: 'null' },
                    {
                      additionalProperties: false,
                      bsonType: 'object',
                      properties: {
                        audienceId: { bsonType: 'objectId' },
                        count: { bsonType: 'int' },
                        done: { bsonType: 'bool' },
                        takenAt: { bsonType: 'date' },
                      },
                      required: ['audienceId', 'count', 'done', 'takenAt'],
                    },
                  ],
                },
                updatedAt: { bsonType: 'date' },
                workspaceId: { bsonType: 'objectId' },
              },
              required: ['_id', 'createdAt', 'name', 'rules', 'updatedAt', 'workspaceId'],
            },
          },
          validationLevel: 'strict',
          validationAction: 'error',
        },
        {
          id: 'validator.audiences.update',
          label: 'Update validator on audiences',
          operationClass: 'widening',
        },
      ),
      collMod(
        'campaigns',
        {
          validator: {
            $jsonSchema: {
              additionalProperties: false,
              bsonType: 'object',
              properties: {
                _id: { bsonType: 'objectId' },
                audienceId: { bsonType: 'objectId' },
                autoTags: {
                  bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
                },
                channel: { bsonType: 'string', enum: ['EMAIL', 'SMS'] },
                checkpoint: {
                  additionalProperties: false,
                  bsonType: 'object',
                  properties: {
                    batches: { bsonType: 'int' },
                    done: { bsonType: 'bool' },
                    lastCustomerId: { bsonType: ['null', 'objectId'] },
                  },
                  required: ['batches', 'done'],
                },
                completedAt: { bsonType: ['null', 'date'] },
                createdAt: { bsonType: 'date' },
                epoch: { bsonType: 'int' },
                failureReason: { bsonType: ['null', 'string'] },
                launchedAt: { bsonType: ['null', 'date'] },
                missedAt: { bsonType: ['null', 'date'] },
                name: { bsonType: 'string' },
                resendOf: { bsonType: ['null', 'objectId'] },
                scheduledAt: { bsonType: ['null', 'date'] },
                status: {
                  bsonType: 'string',
                  enum: [
                    'DRAFT',
                    'SCHEDULED',
                    'PREPARING',
                    'SENDING',
                    'PAUSED',
                    'COMPLETED',
                    'COMPLETED_WITH_FAILURES',
                    'CANCELLED',
                    'FAILED',
                  ],
                },
                summary: {
                  bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
                },
                template: {
                  additionalProperties: false,
                  bsonType: 'object',
                  properties: {
                    body: { bsonType: 'string' },
                    subject: { bsonType: ['null', 'string'] },
                  },
                  required: ['body'],
                },
                timeZone: { bsonType: ['null', 'string'] },
                updatedAt: { bsonType: 'date' },
                vendorId: { bsonType: ['null', 'objectId'] },
                workspaceId: { bsonType: 'objectId' },
              },
              required: [
                '_id',
                'audienceId',
                'channel',
                'checkpoint',
                'createdAt',
                'epoch',
                'name',
                'status',
                'template',
                'updatedAt',
                'workspaceId',
              ],
            },
          },
          validationLevel: 'strict',
          validationAction: 'error',
        },
        {
          id: 'validator.campaigns.update',
          label: 'Update validator on campaigns',
          operationClass: 'widening',
        },
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
          operationClass: 'widening',
        },
      ),
      collMod(
        'imports',
        {
          validator: {
            $jsonSchema: {
              additionalProperties: false,
              bsonType: 'object',
              properties: {
                _id: { bsonType: 'objectId' },
                bytesRead: { bsonType: 'long' },
                counts: {
                  additionalProperties: false,
                  bsonType: 'object',
                  properties: {
                    customersCreated: { bsonType: 'int' },
                    failed: { bsonType: 'int' },
                    inserted: { bsonType: 'int' },
                    rows: { bsonType: 'int' },
                    unchanged: { bsonType: 'int' },
                    updated: { bsonType: 'int' },
                  },
                  required: [
                    'customersCreated',
                    'failed',
                    'inserted',
                    'rows',
                    'unchanged',
                    'updated',
                  ],
                },
                createdAt: { bsonType: 'date' },
                createdById: { bsonType: ['null', 'objectId'] },
                dryRun: { bsonType: ['null', 'bool'] },
                encoding: { bsonType: 'string' },
                error: { bsonType: ['null', 'string'] },
                fileId: { bsonType: 'objectId' },
                fileName: { bsonType: 'string' },
                finishedAt: { bsonType: ['null', 'date'] },
                header: { bsonType: 'array', items: { bsonType: 'string' } },
                kind: { bsonType: 'string', enum: ['CUSTOMERS', 'ORDERS'] },
                mapping: {
                  bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
                },
                rowsRead: { bsonType: 'int' },
                sizeBytes: { bsonType: 'long' },
                sourceId: { bsonType: ['null', 'objectId'] },
                startedAt: { bsonType: ['null', 'date'] },
                status: {
                  bsonType: 'string',
                  enum: ['QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED'],
                },
                undo: {
                  bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
                },
                updatedAt: { bsonType: 'date' },
                workspaceId: { bsonType: 'objectId' },
              },
              required: [
                '_id',
                'bytesRead',
                'counts',
                'createdAt',
                'encoding',
                'fileId',
                'fileName',
                'header',
                'kind',
                'rowsRead',
                'sizeBytes',
                'status',
                'updatedAt',
                'workspaceId',
              ],
            },
          },
          validationLevel: 'strict',
          validationAction: 'error',
        },
        {
          id: 'validator.imports.update',
          label: 'Update validator on imports',
          operationClass: 'widening',
        },
      ),
    ];
  }
}

export default M;
MigrationCLI.run(import.meta.url, M);
