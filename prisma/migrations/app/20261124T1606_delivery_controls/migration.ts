#!/usr/bin/env -S node
import type { Contract as End } from '../../snapshots/3be5efa2f454f4dda621bee8a5baa8b21a5044c34b9e6a86cab44a9266efc51d/contract';
import endContract from '../../snapshots/3be5efa2f454f4dda621bee8a5baa8b21a5044c34b9e6a86cab44a9266efc51d/contract.json' with { type: 'json' };
import type { Contract as Start } from '../../snapshots/ea98dbf6169c15ec20fdf75c937665e85bf7e063439a4dba7ddf4e3764c1ea14/contract';
import startContract from '../../snapshots/ea98dbf6169c15ec20fdf75c937665e85bf7e063439a4dba7ddf4e3764c1ea14/contract.json' with { type: 'json' };
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
      createCollection('unmatchedReceipts', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              messageId: { bsonType: 'string' },
              reason: { bsonType: ['null', 'string'] },
              receivedAt: { bsonType: 'date' },
              status: { bsonType: 'string' },
              timestamp: { bsonType: 'date' },
              vendorMessageId: { bsonType: 'string' },
            },
            required: ['_id', 'messageId', 'receivedAt', 'status', 'timestamp', 'vendorMessageId'],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createIndex(
        'suppressions',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'createdAt' },
        ],
        {},
      ),
      createIndex('unmatchedReceipts', [{ direction: 1, field: 'receivedAt' }], {
        expireAfterSeconds: 2592000,
      }),
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
        'messages',
        {
          validator: {
            $jsonSchema: {
              additionalProperties: false,
              bsonType: 'object',
              properties: {
                _id: { bsonType: 'objectId' },
                attempts: { bsonType: 'int' },
                batch: { bsonType: 'int' },
                bounceKind: { bsonType: ['null', 'string'], enum: ['HARD', 'SOFT', null] },
                campaignId: { bsonType: 'objectId' },
                clickedAt: { bsonType: ['null', 'date'] },
                complainedAt: { bsonType: ['null', 'date'] },
                customerId: { bsonType: 'objectId' },
                deliveredAt: { bsonType: ['null', 'date'] },
                failureReason: { bsonType: ['null', 'string'] },
                notBefore: { bsonType: ['null', 'date'] },
                openedAt: { bsonType: ['null', 'date'] },
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
                unsubscribedAt: { bsonType: ['null', 'date'] },
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
        },
        {
          id: 'validator.messages.update',
          label: 'Update validator on messages',
          operationClass: 'widening',
        },
      ),
      collMod(
        'suppressions',
        {
          validator: {
            $jsonSchema: {
              additionalProperties: false,
              bsonType: 'object',
              properties: {
                _id: { bsonType: 'objectId' },
                address: { bsonType: 'string' },
                createdAt: { bsonType: 'date' },
                messageId: { bsonType: ['null', 'objectId'] },
                note: { bsonType: ['null', 'string'] },
                reason: {
                  bsonType: 'string',
                  enum: ['UNSUBSCRIBED', 'BOUNCED', 'SOFT_BOUNCED', 'COMPLAINED', 'MANUAL'],
                },
                workspaceId: { bsonType: 'objectId' },
              },
              required: ['_id', 'address', 'createdAt', 'reason', 'workspaceId'],
            },
          },
          validationLevel: 'strict',
          validationAction: 'error',
        },
        {
          id: 'validator.suppressions.update',
          label: 'Update validator on suppressions',
          operationClass: 'destructive',
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
          operationClass: 'destructive',
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
