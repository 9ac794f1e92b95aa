#!/usr/bin/env -S node
import type { Contract as Start } from '../../snapshots/5a654702fd0629d81f4cdc85b50e59fa157cbec7b3a879199205685cf32fb3a5/contract';
import startContract from '../../snapshots/5a654702fd0629d81f4cdc85b50e59fa157cbec7b3a879199205685cf32fb3a5/contract.json' with { type: 'json' };
import type { Contract as End } from '../../snapshots/db3ed0a01cd474d0b3abf84d0c84d708933da014349cac23eb6f1f64e03894a0/contract';
import endContract from '../../snapshots/db3ed0a01cd474d0b3abf84d0c84d708933da014349cac23eb6f1f64e03894a0/contract.json' with { type: 'json' };
import {
  Migration,
  MigrationCLI,
  collMod,
  createCollection,
  createIndex,
  dropIndex,
} from '@prisma/orm-mongo/target/migration';

class M extends Migration<Start, End> {
  override readonly startContractJson = startContract;
  override readonly endContractJson = endContract;

  override get operations() {
    return [
      createCollection('tagChangeBatches', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              batch: { bsonType: 'int' },
              changeId: { bsonType: 'objectId' },
              createdAt: { bsonType: 'date' },
              rows: {
                bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
              },
              workspaceId: { bsonType: 'objectId' },
            },
            required: ['_id', 'batch', 'changeId', 'createdAt', 'rows', 'workspaceId'],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createCollection('tagChanges', {
        validator: {
          $jsonSchema: {
            additionalProperties: false,
            bsonType: 'object',
            properties: {
              _id: { bsonType: 'objectId' },
              add: { bsonType: 'array', items: { bsonType: 'string' } },
              batches: { bsonType: 'int' },
              changed: { bsonType: 'int' },
              createdAt: { bsonType: 'date' },
              createdById: { bsonType: ['null', 'objectId'] },
              error: { bsonType: ['null', 'string'] },
              finishedAt: { bsonType: ['null', 'date'] },
              full: { bsonType: 'int' },
              lastId: { bsonType: ['null', 'objectId'] },
              looked: { bsonType: 'int' },
              remove: { bsonType: 'array', items: { bsonType: 'string' } },
              status: {
                bsonType: 'string',
                enum: ['QUEUED', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED'],
              },
              target: {
                bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
              },
              total: { bsonType: 'int' },
              undo: {
                bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
              },
              updatedAt: { bsonType: 'date' },
              workspaceId: { bsonType: 'objectId' },
            },
            required: [
              '_id',
              'add',
              'batches',
              'changed',
              'createdAt',
              'full',
              'looked',
              'remove',
              'status',
              'target',
              'total',
              'updatedAt',
              'workspaceId',
            ],
          },
        },
        validationLevel: 'strict',
        validationAction: 'error',
      }),
      createIndex(
        'customers',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'createdAt' },
          { direction: 1, field: '_id' },
        ],
        {},
      ),
      createIndex(
        'customers',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'updatedAt' },
          { direction: 1, field: '_id' },
        ],
        {},
      ),
      createIndex(
        'customers',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'totalSpend' },
          { direction: 1, field: '_id' },
        ],
        {},
      ),
      createIndex(
        'customers',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'orderCount' },
          { direction: 1, field: '_id' },
        ],
        {},
      ),
      createIndex(
        'customers',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'lastOrderAt' },
          { direction: 1, field: '_id' },
        ],
        {},
      ),
      // The contract's language names whole fields only.
      createIndex(
        'customers',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'folded.name' },
          { direction: 1, field: '_id' },
        ],
        {},
      ),
      createIndex(
        'orders',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'placedAt' },
          { direction: 1, field: '_id' },
        ],
        {},
      ),
      createIndex(
        'orders',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'amount' },
          { direction: 1, field: '_id' },
        ],
        {},
      ),
      createIndex(
        'savedViews',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'list' },
          { direction: 1, field: 'key' },
        ],
        { unique: true },
      ),
      createIndex(
        'tagChangeBatches',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'changeId' },
          { direction: 1, field: 'batch' },
        ],
        { unique: true },
      ),
      createIndex('tagChangeBatches', [{ direction: 1, field: 'createdAt' }], {
        expireAfterSeconds: 604800,
      }),
      createIndex(
        'tagChanges',
        [
          { direction: 1, field: 'workspaceId' },
          { direction: 1, field: 'createdAt' },
        ],
        {},
      ),
      createIndex(
        'tagChanges',
        [
          { direction: 1, field: 'status' },
          { direction: 1, field: 'updatedAt' },
        ],
        {},
      ),
      createIndex('tagChanges', [{ direction: 1, field: 'createdAt' }], {
        expireAfterSeconds: 2592000,
      }),
      collMod(
        'savedViews',
        {
          validator: {
            $jsonSchema: {
              additionalProperties: false,
              bsonType: 'object',
              properties: {
                _id: { bsonType: 'objectId' },
                createdAt: { bsonType: 'date' },
                createdById: { bsonType: ['null', 'objectId'] },
                defaultFor: { bsonType: 'array', items: { bsonType: 'objectId' } },
                deletedAt: { bsonType: ['null', 'date'] },
                key: { bsonType: 'string' },
                list: { bsonType: 'string' },
                name: { bsonType: 'string' },
                state: {
                  bsonType: ['object', 'array', 'string', 'double', 'int', 'long', 'bool', 'null'],
                },
                updatedAt: { bsonType: 'date' },
                workspaceId: { bsonType: 'objectId' },
              },
              required: [
                '_id',
                'createdAt',
                'defaultFor',
                'key',
                'list',
                'name',
                'state',
                'updatedAt',
                'workspaceId',
              ],
            },
          },
          validationLevel: 'strict',
          validationAction: 'error',
        },
        {
          id: 'validator.savedViews.update',
          label: 'Update validator on savedViews',
          operationClass: 'destructive',
        },
      ),
      // Last, so that no list is without an index meanwhile.
      dropIndex('customers', [
        { direction: 1, field: 'workspaceId' },
        { direction: 1, field: 'createdAt' },
      ]),
      dropIndex('customers', [
        { direction: 1, field: 'workspaceId' },
        { direction: 1, field: 'totalSpend' },
      ]),
      dropIndex('customers', [
        { direction: 1, field: 'workspaceId' },
        { direction: 1, field: 'orderCount' },
      ]),
      dropIndex('customers', [
        { direction: 1, field: 'workspaceId' },
        { direction: 1, field: 'lastOrderAt' },
      ]),
      dropIndex('orders', [
        { direction: 1, field: 'workspaceId' },
        { direction: 1, field: 'placedAt' },
      ]),
    ];
  }
}

export default M;
MigrationCLI.run(import.meta.url, M);
