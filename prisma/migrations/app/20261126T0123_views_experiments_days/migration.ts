#!/usr/bin/env -S node
import type { Contract as End } from '../../snapshots/5a654702fd0629d81f4cdc85b50e59fa157cbec7b3a879199205685cf32fb3a5/contract';
import endContract from '../../snapshots/5a654702fd0629d81f4cdc85b50e59fa157cbec7b3a879199205685cf32fb3a5/contract.json' with { type: 'json' };
import type { Contract as Start } from '../../snapshots/c15f118456364c16e24aceda6f67b475feb11317524259feba356da5d4b51916/contract';
import startContract from '../../snapshots/c15f118456364c16e24aceda6f67b475feb11317524259feba356da5d4b51916/contract.json' with { type: 'json' };
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
      createCollection('campaignDays', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              campaignId: { bsonType: 'objectId' },
              day: { bsonType: 'date' },
              figures: {
                bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
              },
              updatedAt: { bsonType: 'date' },
              workspaceId: { bsonType: 'objectId' },
            },
            required: ['_id', 'campaignId', 'day', 'figures', 'updatedAt', 'workspaceId'],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createCollection('savedViews', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              createdAt: { bsonType: 'date' },
              createdById: { bsonType: ['null', 'objectId'] },
              list: { bsonType: 'string' },
              name: { bsonType: 'string' },
              state: {
                bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
              },
              updatedAt: { bsonType: 'date' },
              workspaceId: { bsonType: 'objectId' },
            },
            required: ['_id', 'createdAt', 'list', 'name', 'state', 'updatedAt', 'workspaceId'],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createIndex(
        'campaignDays',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'campaignId' },
          { direction: 1, field: 'day' },
        ],
        { unique: true },
      ),
      createIndex(
        'campaignDays',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'day' },
        ],
        {},
      ),
      createIndex(
        'savedViews',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'list' },
          { direction: 1, field: 'createdAt' },
        ],
        {},
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
                experiment: {
                  oneOf: [
                    { bsonType: 'null' },
                    {
                      additionalProperties: false,
                      bsonType: 'object',
                      properties: {
                        holdout: { bsonType: 'int' },
                        variants: {
                          bsonType: 'array',
                          items: {
                            additionalProperties: false,
                            bsonType: 'object',
                            properties: {
                              key: { bsonType: 'string' },
                              share: { bsonType: 'int' },
                              template: {
                                additionalProperties: false,
                                bsonType: 'object',
                                properties: {
                                  body: { bsonType: 'string' },
                                  subject: { bsonType: ['null', 'string'] },
                                },
                                required: ['body'],
                              },
                            },
                            required: ['key', 'share', 'template'],
                          },
                        },
                      },
                      required: ['holdout', 'variants'],
                    },
                  ],
                },
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
        'memberships',
        {
          validator: {
            $jsonSchema: {
              additionalProperties: false,
              bsonType: 'object',
              properties: {
                _id: { bsonType: 'objectId' },
                createdAt: { bsonType: 'date' },
                firstStepsHiddenAt: { bsonType: ['null', 'date'] },
                role: { bsonType: 'string', enum: ['OWNER', 'ADMIN', 'MARKETER', 'VIEWER'] },
                userId: { bsonType: 'objectId' },
                workspaceId: { bsonType: 'objectId' },
              },
              required: ['_id', 'createdAt', 'role', 'userId', 'workspaceId'],
            },
          },
          validationLevel: 'strict',
          validationAction: 'error',
        },
        {
          id: 'validator.memberships.update',
          label: 'Update validator on memberships',
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
                    'HOLDOUT',
                    null,
                  ],
                },
                status: {
                  bsonType: 'string',
                  enum: [
                    'QUEUED',
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
                tries: {
                  bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
                },
                unsubscribedAt: { bsonType: ['null', 'date'] },
                updatedAt: { bsonType: 'date' },
                variant: { bsonType: ['null', 'string'] },
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
                deletedAt: { bsonType: ['null', 'date'] },
                name: { bsonType: 'string' },
                sample: {
                  bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
                },
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
