import { Card, CardBody, CardHeader } from '@/ui/card.tsx';

/** What a vendor other than the simulator has to do. */
export const RealVendorCard = () => (
  <Card>
    <CardHeader title="What a vendor of your own has to do" />
    <CardBody>
      <ul className="flex list-disc flex-col gap-1.5 pl-5 text-muted marker:text-line-strong">
        <li>
          Take messages in batches. Each carries an idempotency key, so that asking twice delivers once.
        </li>
        <li>
          Send receipts to{' '}
          <code className="break-all font-mono text-[13px]">/api/webhooks/delivery-receipts</code>, signed as
          Standard Webhooks describes. They may come late, twice and in any order.
        </li>
        <li>
          A small adapter in the source code connects its way of speaking with ours; the simulator’s is the
          example. Both sides are described in the{' '}
          <a href="/api/swagger" className="text-accent-text underline underline-offset-4">
            API reference
          </a>
          .
        </li>
      </ul>
    </CardBody>
  </Card>
);
