import { restartLostSnapshots } from '../../src/features/audiences/snapshots.service.ts';
import { sweepJob } from '../../src/features/campaigns/campaigns.jobs.ts';
import { sweepCampaigns } from '../../src/features/campaigns/engine/sweep.ts';
import { restartLostTagChanges } from '../../src/features/customers/tags/tag-changes.service.ts';
import { restartLostImports, sweepImportFiles } from '../../src/features/imports/imports.service.ts';
import { restartLostSamples } from '../../src/features/onboarding/sample-workspace.service.ts';
import { restartLostErasures } from '../../src/features/privacy/erasure/erasures.service.ts';
import { sweepWebhooks } from '../../src/features/webhooks/send-webhooks.ts';
import { restartLostPurges } from '../../src/features/workspaces/delete-workspace.service.ts';
import { defineProcessor } from '../../src/server/queue.ts';

export const sweepProcessor = defineProcessor(sweepJob, async () => {
  await restartLostImports();
  await sweepImportFiles();
  await restartLostTagChanges();
  await restartLostSnapshots();
  await restartLostErasures();
  await sweepWebhooks();
  await sweepCampaigns();
  await restartLostPurges();
  await restartLostSamples();
});
