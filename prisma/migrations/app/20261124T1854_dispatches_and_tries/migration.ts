#!/usr/bin/env -S node
import type { Contract as Start } from '../../snapshots/3be5efa2f454f4dda621bee8a5baa8b21a5044c34b9e6a86cab44a9266efc51d/contract';
import startContract from '../../snapshots/3be5efa2f454f4dda621bee8a5baa8b21a5044c34b9e6a86cab44a9266efc51d/contract.json' with { type: 'json' };
import type { Contract as End } from '../../snapshots/7c01a86615dd0d800d05e6e968df4ed02d61ce0edfe30e7740b96a664e679706/contract';
import endContract from '../../snapshots/7c01a86615dd0d800d05e6e968df4ed02d61ce0edfe30e7740b96a664e679706/contract.json' with { type: 'json' };
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
      createCollection('dispatches', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              batch: { bsonType: 'int' },
              campaignId: { bsonType: 'objectId' },
              messageIds: { bsonType: 'array', items: { bsonType: 'objectId' } },
              startedAt: { bsonType: 'date' },
              workspaceId: { bsonType: 'objectId' },
            },
            required: ['_id', 'batch', 'campaignId', 'messageIds', 'startedAt', 'workspaceId'],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createIndex(
        'dispatches',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'campaignId' },
          { direction: 1, field: 'batch' },
        ],
        { unique: true },
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
    ];
  }
}

export default M;
MigrationCLI.run(import.meta.url, M);
