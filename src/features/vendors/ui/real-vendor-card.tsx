import { Card, CardBody, CardHeader } from '@/ui/card.tsx';

/** What a vendor with an HTTP API has to do. */
export const RealVendorCard = () => (
  <Card>
    <CardHeader title="What a vendor of your own has to do" />
    <CardBody>
      <ul className="flex list-disc flex-col gap-1.5 pl-5 text-muted marker:text-line-strong">
        <li>
          Take messages as JSON, one or many at a time. Each request carries an idempotency key, so that
          asking twice can deliver once.
        </li>
        <li>
          To show what was delivered, send receipts to{' '}
          <code className="break-all font-mono text-small">/api/webhooks/delivery-receipts</code>, signed as
          Standard Webhooks describes. They may come late, twice and in any order; see the{' '}
          <a href="/api/swagger" className="text-accent-text underline underline-offset-4">
            API reference
          </a>
          .
        </li>
        <li>
          A mail server sends no receipts: a mail stays “sent” once it was taken, and each carries a one-click
          unsubscribe.
        </li>
      </ul>
    </CardBody>
  </Card>
);
