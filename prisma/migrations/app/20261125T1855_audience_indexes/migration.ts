#!/usr/bin/env -S node
import type { Contract as Start } from '../../snapshots/82943b0ec45f2976d9f5c2e329414aa1c5dea089d90931940e93c9d930586798/contract';
import startContract from '../../snapshots/82943b0ec45f2976d9f5c2e329414aa1c5dea089d90931940e93c9d930586798/contract.json' with { type: 'json' };
import type { Contract as End } from '../../snapshots/ef9f66f71f86277d28c836a7193ec04bb4cd8cdb36c041ecffd86ce1c1fe62d9/contract';
import endContract from '../../snapshots/ef9f66f71f86277d28c836a7193ec04bb4cd8cdb36c041ecffd86ce1c1fe62d9/contract.json' with { type: 'json' };
import { Migration, MigrationCLI, createIndex } from '@prisma/orm-mongo/target/migration';

class M extends Migration<Start, End> {
  override readonly startContractJson = startContract;
  override readonly endContractJson = endContract;

  override get operations() {
    return [
      // The contract's language names whole fields only: those within one are indexed here.
      ...['firstOrderAt', 'folded.country', 'folded.tags', 'rfm.segment'].map((field) =>
        createIndex(
          'customers',
          [
            { direction: 1, field: 'workspaceId' },
            { direction: 1, field },
          ],
          {},
        ),
      ),
    ];
  }
}

export default M;
MigrationCLI.run(import.meta.url, M);
