#!/usr/bin/env -S node
import type { Contract as Start } from '../../snapshots/507cd96b00af35a51c9910797c6f07c9e31feb765e37333f9b3ef8a5f96f837c/contract';
import startContract from '../../snapshots/507cd96b00af35a51c9910797c6f07c9e31feb765e37333f9b3ef8a5f96f837c/contract.json' with { type: 'json' };
import type { Contract as End } from '../../snapshots/ea98dbf6169c15ec20fdf75c937665e85bf7e063439a4dba7ddf4e3764c1ea14/contract';
import endContract from '../../snapshots/ea98dbf6169c15ec20fdf75c937665e85bf7e063439a4dba7ddf4e3764c1ea14/contract.json' with { type: 'json' };
import { Migration, MigrationCLI, collMod } from '@prisma/orm-mongo/target/migration';

class M extends Migration<Start, End> {
  override readonly startContractJson = startContract;
  override readonly endContractJson = endContract;

  override get operations() {
    return [
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
                campaignId: { bsonType: 'objectId' },
                clickedAt: { bsonType: ['null', 'date'] },
                complainedAt: { bsonType: ['null', 'date'] },
                customerId: { bsonType: 'objectId' },
                deliveredAt: { bsonType: ['null', 'date'] },
                failureReason: { bsonType: ['null', 'string'] },
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
    ];
  }
}

export default M;
MigrationCLI.run(import.meta.url, M);
