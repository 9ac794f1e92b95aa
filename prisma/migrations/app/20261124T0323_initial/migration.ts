#!/usr/bin/env -S node
import type { Contract as End } from '../../snapshots/507cd96b00af35a51c9910797c6f07c9e31feb765e37333f9b3ef8a5f96f837c/contract';
import endContract from '../../snapshots/507cd96b00af35a51c9910797c6f07c9e31feb765e37333f9b3ef8a5f96f837c/contract.json' with { type: 'json' };
import {
  Migration,
  MigrationCLI,
  createCollection,
  createIndex,
} from '@prisma/orm-mongo/target/migration';

class M extends Migration<never, End> {
  override readonly endContractJson = endContract;

  override get operations() {
    return [
      createCollection('accounts', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              createdAt: { bsonType: 'date' },
              provider: { bsonType: 'string' },
              providerAccountId: { bsonType: 'string' },
              type: { bsonType: 'string' },
              userId: { bsonType: 'objectId' },
            },
            required: ['_id', 'createdAt', 'provider', 'providerAccountId', 'type', 'userId'],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createCollection('apiKeys', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              createdAt: { bsonType: 'date' },
              expiresAt: { bsonType: ['null', 'date'] },
              hash: { bsonType: 'string' },
              lastUsedAt: { bsonType: ['null', 'date'] },
              name: { bsonType: 'string' },
              prefix: { bsonType: 'string' },
              revokedAt: { bsonType: ['null', 'date'] },
              scopes: { bsonType: 'array', items: { bsonType: 'string' } },
              workspaceId: { bsonType: 'objectId' },
            },
            required: ['_id', 'createdAt', 'hash', 'name', 'prefix', 'scopes', 'workspaceId'],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createCollection('audiences', {
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
              updatedAt: { bsonType: 'date' },
              workspaceId: { bsonType: 'objectId' },
            },
            required: ['_id', 'createdAt', 'name', 'rules', 'updatedAt', 'workspaceId'],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createCollection('auditEvents', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              action: { bsonType: 'string' },
              actor: { bsonType: 'string' },
              createdAt: { bsonType: 'date' },
              detail: {
                bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
              },
              targetId: { bsonType: ['null', 'string'] },
              workspaceId: { bsonType: 'objectId' },
            },
            required: ['_id', 'action', 'actor', 'createdAt', 'detail', 'workspaceId'],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createCollection('campaigns', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              audienceId: { bsonType: 'objectId' },
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
              name: { bsonType: 'string' },
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
              template: {
                additionalProperties: false,
                bsonType: 'object',
                properties: {
                  body: { bsonType: 'string' },
                  subject: { bsonType: ['null', 'string'] },
                },
                required: ['body'],
              },
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
      }),
      createCollection('customers', {
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
      }),
      createCollection('deadLetters', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              attempts: { bsonType: 'int' },
              campaignId: { bsonType: 'objectId' },
              createdAt: { bsonType: 'date' },
              customerId: { bsonType: 'objectId' },
              history: {
                bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
              },
              messageId: { bsonType: 'objectId' },
              note: { bsonType: ['null', 'string'] },
              payload: {
                bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
              },
              reason: { bsonType: 'string' },
              resolvedAt: { bsonType: ['null', 'date'] },
              status: { bsonType: 'string', enum: ['OPEN', 'RETRIED', 'DISCARDED'] },
              workspaceId: { bsonType: 'objectId' },
            },
            required: [
              '_id',
              'attempts',
              'campaignId',
              'createdAt',
              'customerId',
              'history',
              'messageId',
              'payload',
              'reason',
              'status',
              'workspaceId',
            ],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createCollection('idempotencyRecords', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              body: { bsonType: ['null', 'string'] },
              createdAt: { bsonType: 'date' },
              key: { bsonType: 'string' },
              requestHash: { bsonType: 'string' },
              status: { bsonType: ['null', 'int'] },
              workspaceId: { bsonType: 'objectId' },
            },
            required: ['_id', 'createdAt', 'key', 'requestHash', 'workspaceId'],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createCollection('importRowErrors', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              cells: { bsonType: 'array', items: { bsonType: 'string' } },
              error: { bsonType: 'string' },
              importId: { bsonType: 'objectId' },
              row: { bsonType: 'int' },
              workspaceId: { bsonType: 'objectId' },
            },
            required: ['_id', 'cells', 'error', 'importId', 'row', 'workspaceId'],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createCollection('imports', {
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
              encoding: { bsonType: 'string' },
              error: { bsonType: ['null', 'string'] },
              fileId: { bsonType: 'objectId' },
              fileName: { bsonType: 'string' },
              finishedAt: { bsonType: ['null', 'date'] },
              header: { bsonType: 'array', items: { bsonType: 'string' } },
              kind: { bsonType: 'string', enum: ['CUSTOMERS', 'ORDERS'] },
              rowsRead: { bsonType: 'int' },
              sizeBytes: { bsonType: 'long' },
              startedAt: { bsonType: ['null', 'date'] },
              status: {
                bsonType: 'string',
                enum: ['QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED'],
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
      }),
      createCollection('memberships', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              createdAt: { bsonType: 'date' },
              role: { bsonType: 'string', enum: ['OWNER', 'ADMIN', 'MARKETER', 'VIEWER'] },
              userId: { bsonType: 'objectId' },
              workspaceId: { bsonType: 'objectId' },
            },
            required: ['_id', 'createdAt', 'role', 'userId', 'workspaceId'],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createCollection('messages', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              attempts: { bsonType: 'int' },
              batch: { bsonType: 'int' },
              campaignId: { bsonType: 'objectId' },
              customerId: { bsonType: 'objectId' },
              deliveredAt: { bsonType: ['null', 'date'] },
              failureReason: { bsonType: ['null', 'string'] },
              queuedAt: { bsonType: 'date' },
              sentAt: { bsonType: ['null', 'date'] },
              skipReason: {
                bsonType: ['null', 'string'],
                enum: [
                  'NO_ADDRESS',
                  'SUPPRESSED',
                  'MISSING_VARIABLE',
                  'FREQUENCY_CAP',
                  'CUSTOMER_DELETED',
                  null,
                ],
              },
              status: {
                bsonType: 'string',
                enum: [
                  'QUEUED',
                  'SENDING',
                  'SENT',
                  'DELIVERED',
                  'BOUNCED',
                  'FAILED',
                  'DEAD',
                  'SKIPPED',
                  'CANCELLED',
                ],
              },
              to: { bsonType: ['null', 'string'] },
              updatedAt: { bsonType: 'date' },
              vendorMessageId: { bsonType: ['null', 'string'] },
              workspaceId: { bsonType: 'objectId' },
            },
            required: [
              '_id',
              'attempts',
              'batch',
              'campaignId',
              'customerId',
              'queuedAt',
              'status',
              'updatedAt',
              'workspaceId',
            ],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createCollection('orders', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              amount: { bsonType: 'long' },
              createdAt: { bsonType: 'date' },
              customerId: { bsonType: 'objectId' },
              orderId: { bsonType: 'string' },
              placedAt: { bsonType: 'date' },
              updatedAt: { bsonType: 'date' },
              workspaceId: { bsonType: 'objectId' },
            },
            required: [
              '_id',
              'amount',
              'createdAt',
              'customerId',
              'orderId',
              'placedAt',
              'updatedAt',
              'workspaceId',
            ],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createCollection('suppressions', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              address: { bsonType: 'string' },
              createdAt: { bsonType: 'date' },
              reason: {
                bsonType: 'string',
                enum: ['UNSUBSCRIBED', 'BOUNCED', 'COMPLAINED', 'MANUAL'],
              },
              workspaceId: { bsonType: 'objectId' },
            },
            required: ['_id', 'address', 'createdAt', 'reason', 'workspaceId'],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createCollection('users', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              createdAt: { bsonType: 'date' },
              email: { bsonType: 'string' },
              emailVerified: { bsonType: ['null', 'date'] },
              image: { bsonType: ['null', 'string'] },
              name: { bsonType: ['null', 'string'] },
              passwordHash: { bsonType: ['null', 'string'] },
            },
            required: ['_id', 'createdAt', 'email'],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createCollection('vendors', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              createdAt: { bsonType: 'date' },
              kind: { bsonType: 'string', enum: ['SIMULATOR'] },
              name: { bsonType: 'string' },
              settings: {
                bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
              },
              workspaceId: { bsonType: 'objectId' },
            },
            required: ['_id', 'createdAt', 'kind', 'name', 'settings', 'workspaceId'],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createCollection('verificationTokens', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              expires: { bsonType: 'date' },
              identifier: { bsonType: 'string' },
              token: { bsonType: 'string' },
            },
            required: ['_id', 'expires', 'identifier', 'token'],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createCollection('workspaces', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              createdAt: { bsonType: 'date' },
              currency: { bsonType: 'string' },
              name: { bsonType: 'string' },
              slug: { bsonType: 'string' },
            },
            required: ['_id', 'createdAt', 'currency', 'name', 'slug'],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createIndex(
        'accounts',
        [
          { direction: 1, field: 'provider' },
          { direction: 1, field: 'providerAccountId' },
        ],
        { unique: true },
      ),
      createIndex('accounts', [{ direction: 1, field: 'userId' }], {}),
      createIndex('apiKeys', [{ direction: 1, field: 'hash' }], { unique: true }),
      createIndex(
        'apiKeys',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'createdAt' },
        ],
        {},
      ),
      createIndex(
        'audiences',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'createdAt' },
        ],
        {},
      ),
      createIndex(
        'auditEvents',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'createdAt' },
        ],
        {},
      ),
      createIndex(
        'campaigns',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'createdAt' },
        ],
        {},
      ),
      createIndex(
        'campaigns',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'audienceId' },
        ],
        {},
      ),
      createIndex('campaigns', [{ direction: 1, field: 'status' }], {}),
      createIndex(
        'customers',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'email' },
        ],
        { unique: true },
      ),
      createIndex(
        'customers',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: '_id' },
        ],
        {},
      ),
      createIndex(
        'customers',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'createdAt' },
        ],
        {},
      ),
      createIndex(
        'customers',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'totalSpend' },
        ],
        {},
      ),
      createIndex(
        'customers',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'orderCount' },
        ],
        {},
      ),
      createIndex(
        'customers',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'lastOrderAt' },
        ],
        {},
      ),
      createIndex(
        'deadLetters',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'messageId' },
        ],
        { unique: true },
      ),
      createIndex(
        'deadLetters',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'status' },
          { direction: 1, field: 'createdAt' },
        ],
        {},
      ),
      createIndex(
        'deadLetters',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'campaignId' },
          { direction: 1, field: 'reason' },
        ],
        {},
      ),
      createIndex(
        'idempotencyRecords',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'key' },
        ],
        { unique: true },
      ),
      createIndex('idempotencyRecords', [{ direction: 1, field: 'createdAt' }], {
        expireAfterSeconds: 86400,
      }),
      createIndex(
        'importRowErrors',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'importId' },
          { direction: 1, field: 'row' },
        ],
        { unique: true },
      ),
      createIndex(
        'imports',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'createdAt' },
        ],
        {},
      ),
      createIndex(
        'imports',
        [
          { direction: 1, field: 'status' },
          { direction: 1, field: 'updatedAt' },
        ],
        {},
      ),
      createIndex(
        'memberships',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'userId' },
        ],
        { unique: true },
      ),
      createIndex('memberships', [{ direction: 1, field: 'userId' }], {}),
      createIndex(
        'messages',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'campaignId' },
          { direction: 1, field: 'customerId' },
        ],
        { unique: true },
      ),
      createIndex(
        'messages',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'campaignId' },
          { direction: 1, field: 'status' },
        ],
        {},
      ),
      createIndex(
        'messages',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'campaignId' },
          { direction: 1, field: 'batch' },
        ],
        {},
      ),
      createIndex(
        'messages',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'customerId' },
          { direction: 1, field: 'queuedAt' },
        ],
        {},
      ),
      createIndex(
        'orders',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'orderId' },
        ],
        { unique: true },
      ),
      createIndex(
        'orders',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'customerId' },
          { direction: 1, field: 'placedAt' },
        ],
        {},
      ),
      createIndex(
        'orders',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'placedAt' },
        ],
        {},
      ),
      createIndex(
        'suppressions',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'address' },
        ],
        { unique: true },
      ),
      createIndex('users', [{ direction: 1, field: 'email' }], { unique: true }),
      createIndex(
        'vendors',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'createdAt' },
        ],
        {},
      ),
      createIndex(
        'verificationTokens',
        [
          { direction: 1, field: 'identifier' },
          { direction: 1, field: 'token' },
        ],
        { unique: true },
      ),
      createIndex('verificationTokens', [{ direction: 1, field: 'expires' }], {
        expireAfterSeconds: 0,
      }),
      createIndex('workspaces', [{ direction: 1, field: 'slug' }], { unique: true }),
    ];
  }
}

export default M;
MigrationCLI.run(import.meta.url, M);
