#!/usr/bin/env -S node
import type { Contract as End } from '../../snapshots/bac59d2ea3ffb73607a4b52f06ad8eee537748be875ef34116afed856ed55d32/contract';
import endContract from '../../snapshots/bac59d2ea3ffb73607a4b52f06ad8eee537748be875ef34116afed856ed55d32/contract.json' with { type: 'json' };
import type { Contract as Start } from '../../snapshots/ef9f66f71f86277d28c836a7193ec04bb4cd8cdb36c041ecffd86ce1c1fe62d9/contract';
import startContract from '../../snapshots/ef9f66f71f86277d28c836a7193ec04bb4cd8cdb36c041ecffd86ce1c1fe62d9/contract.json' with { type: 'json' };
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
      createCollection('erasedAddresses', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              erasedAt: { bsonType: 'date' },
              hash: { bsonType: 'string' },
              workspaceId: { bsonType: 'objectId' },
            },
            required: ['_id', 'erasedAt', 'hash', 'workspaceId'],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createCollection('invitations', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              acceptedAt: { bsonType: ['null', 'date'] },
              acceptedById: { bsonType: ['null', 'objectId'] },
              createdAt: { bsonType: 'date' },
              createdById: { bsonType: ['null', 'objectId'] },
              email: { bsonType: ['null', 'string'] },
              expiresAt: { bsonType: 'date' },
              revokedAt: { bsonType: ['null', 'date'] },
              role: { bsonType: 'string', enum: ['OWNER', 'ADMIN', 'MARKETER', 'VIEWER'] },
              tokenHash: { bsonType: 'string' },
              workspaceId: { bsonType: 'objectId' },
            },
            required: ['_id', 'createdAt', 'expiresAt', 'role', 'tokenHash', 'workspaceId'],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createCollection('sessions', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              address: { bsonType: ['null', 'string'] },
              createdAt: { bsonType: 'date' },
              expiresAt: { bsonType: 'date' },
              lastSeenAt: { bsonType: 'date' },
              revokedAt: { bsonType: ['null', 'date'] },
              userAgent: { bsonType: ['null', 'string'] },
              userId: { bsonType: 'objectId' },
              workspaceId: { bsonType: ['null', 'objectId'] },
            },
            required: ['_id', 'createdAt', 'expiresAt', 'lastSeenAt', 'userId'],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createCollection('webhookDeliveries', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              attempts: {
                bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
              },
              createdAt: { bsonType: 'date' },
              endpointId: { bsonType: 'objectId' },
              eventId: { bsonType: 'string' },
              finishedAt: { bsonType: ['null', 'date'] },
              nextAttemptAt: { bsonType: ['null', 'date'] },
              payload: {
                bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
              },
              status: { bsonType: 'string', enum: ['PENDING', 'DELIVERED', 'FAILED'] },
              type: { bsonType: 'string' },
              workspaceId: { bsonType: 'objectId' },
            },
            required: [
              '_id',
              'attempts',
              'createdAt',
              'endpointId',
              'eventId',
              'payload',
              'status',
              'type',
              'workspaceId',
            ],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createCollection('webhookEndpoints', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              createdAt: { bsonType: 'date' },
              description: { bsonType: ['null', 'string'] },
              disabledAt: { bsonType: ['null', 'date'] },
              disabledReason: { bsonType: ['null', 'string'] },
              events: { bsonType: 'array', items: { bsonType: 'string' } },
              failingSince: { bsonType: ['null', 'date'] },
              secrets: { bsonType: 'string' },
              updatedAt: { bsonType: 'date' },
              url: { bsonType: 'string' },
              workspaceId: { bsonType: 'objectId' },
            },
            required: ['_id', 'createdAt', 'events', 'secrets', 'updatedAt', 'url', 'workspaceId'],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createIndex(
        'auditEvents',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'actor' },
          { direction: 1, field: 'createdAt' },
        ],
        {},
      ),
      createIndex(
        'auditEvents',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'action' },
          { direction: 1, field: 'createdAt' },
        ],
        {},
      ),
      createIndex(
        'auditEvents',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'targetId' },
          { direction: 1, field: 'createdAt' },
        ],
        {},
      ),
      createIndex(
        'erasedAddresses',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'hash' },
        ],
        { unique: true },
      ),
      createIndex('invitations', [{ direction: 1, field: 'tokenHash' }], { unique: true }),
      createIndex(
        'invitations',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'createdAt' },
        ],
        {},
      ),
      createIndex(
        'sessions',
        [
          { direction: 1, field: 'userId' },
          { direction: 1, field: 'createdAt' },
        ],
        {},
      ),
      createIndex('sessions', [{ direction: 1, field: 'expiresAt' }], { expireAfterSeconds: 0 }),
      createIndex(
        'webhookDeliveries',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'endpointId' },
          { direction: 1, field: 'eventId' },
        ],
        { unique: true },
      ),
      createIndex(
        'webhookDeliveries',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'endpointId' },
          { direction: 1, field: 'createdAt' },
        ],
        {},
      ),
      createIndex(
        'webhookDeliveries',
        [
          { direction: 1, field: 'status' },
          { direction: 1, field: 'nextAttemptAt' },
        ],
        {},
      ),
      createIndex('webhookDeliveries', [{ direction: 1, field: 'createdAt' }], {
        expireAfterSeconds: 2592000,
      }),
      createIndex(
        'webhookEndpoints',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'createdAt' },
        ],
        {},
      ),
      collMod(
        'apiKeys',
        {
          validator: {
            $jsonSchema: {
              additionalProperties: false,
              bsonType: 'object',
              properties: {
                _id: { bsonType: 'objectId' },
                createdAt: { bsonType: 'date' },
                createdById: { bsonType: ['null', 'objectId'] },
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
        },
        {
          id: 'validator.apiKeys.update',
          label: 'Update validator on apiKeys',
          operationClass: 'widening',
        },
      ),
      collMod(
        'auditEvents',
        {
          validator: {
            $jsonSchema: {
              additionalProperties: false,
              bsonType: 'object',
              properties: {
                _id: { bsonType: 'objectId' },
                action: { bsonType: 'string' },
                actor: { bsonType: 'string' },
                actorName: { bsonType: ['null', 'string'] },
                address: { bsonType: ['null', 'string'] },
                after: {
                  bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
                },
                before: {
                  bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
                },
                createdAt: { bsonType: 'date' },
                requestId: { bsonType: ['null', 'string'] },
                targetId: { bsonType: ['null', 'string'] },
                targetName: { bsonType: ['null', 'string'] },
                userAgent: { bsonType: ['null', 'string'] },
                workspaceId: { bsonType: 'objectId' },
              },
              required: ['_id', 'action', 'actor', 'createdAt', 'workspaceId'],
            },
          },
          validationLevel: 'strict',
          validationAction: 'error',
        },
        {
          id: 'validator.auditEvents.update',
          label: 'Update validator on auditEvents',
          operationClass: 'destructive',
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
                erasedAt: { bsonType: ['null', 'date'] },
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
        'users',
        {
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
                twoFactor: {
                  bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
                },
              },
              required: ['_id', 'createdAt', 'email'],
            },
          },
          validationLevel: 'strict',
          validationAction: 'error',
        },
        {
          id: 'validator.users.update',
          label: 'Update validator on users',
          operationClass: 'widening',
        },
      ),
      collMod(
        'vendors',
        {
          validator: {
            $jsonSchema: {
              additionalProperties: false,
              bsonType: 'object',
              properties: {
                _id: { bsonType: 'objectId' },
                createdAt: { bsonType: 'date' },
                kind: { bsonType: 'string', enum: ['SIMULATOR', 'HTTP', 'SMTP'] },
                name: { bsonType: 'string' },
                ratePerSecond: { bsonType: ['null', 'int'] },
                receiptSecrets: { bsonType: ['null', 'string'] },
                secrets: { bsonType: ['null', 'string'] },
                settings: {
                  bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
                },
                updatedAt: { bsonType: ['null', 'date'] },
                workspaceId: { bsonType: 'objectId' },
              },
              required: ['_id', 'createdAt', 'kind', 'name', 'settings', 'workspaceId'],
            },
          },
          validationLevel: 'strict',
          validationAction: 'error',
        },
        {
          id: 'validator.vendors.update',
          label: 'Update validator on vendors',
          operationClass: 'widening',
        },
      ),
      collMod(
        'workspaces',
        {
          validator: {
            $jsonSchema: {
              additionalProperties: false,
              bsonType: 'object',
              properties: {
                _id: { bsonType: 'objectId' },
                createdAt: { bsonType: 'date' },
                currency: { bsonType: 'string' },
                deletedAt: { bsonType: ['null', 'date'] },
                name: { bsonType: 'string' },
                settings: {
                  bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
                },
                slug: { bsonType: 'string' },
              },
              required: ['_id', 'createdAt', 'currency', 'name', 'slug'],
            },
          },
          validationLevel: 'strict',
          validationAction: 'error',
        },
        {
          id: 'validator.workspaces.update',
          label: 'Update validator on workspaces',
          operationClass: 'widening',
        },
      ),
    ];
  }
}

export default M;
MigrationCLI.run(import.meta.url, M);
