'use client';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Notice } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { FirstSteps as Steps } from '../onboarding.schema.ts';
import { FirstChoice } from './first-choice.tsx';
import { HideButton } from './hide-button.tsx';
import { StepList } from './step-list.tsx';

/** The steps of a new workspace, those done ticked off. */
export function OpenSteps({ steps }: { steps: Steps }) {
  const utils = trpc.useUtils();
  const importSample = trpc.onboarding.importSampleShop.useMutation({
    onSuccess: (next) => {
      utils.onboarding.firstSteps.setData(undefined, next);
      void utils.imports.list.invalidate();
    },
  });
  const fresh = !steps.customers && !steps.audience && !steps.sample.moving;
  const count = [steps.customers, steps.orders, steps.audience, steps.campaign].filter(Boolean).length;
  const bring = { start: () => importSample.mutate(), pending: importSample.isPending };
  return (
    <Card aria-label="First steps">
      <CardHeader
        title="First steps"
        description={count === 0 ? 'From nothing to a first campaign, in four steps.' : `${count} of 4 done`}
        actions={<HideButton />}
      />
      {importSample.isError && (
        <CardBody>
          <Notice tone="danger" title="The sample shop was not imported">
            {messageOf(importSample.error)}
          </Notice>
        </CardBody>
      )}
      {fresh && <FirstChoice sample={bring} />}
      <StepList steps={steps} sample={bring} choosing={fresh} />
    </Card>
  );
}
