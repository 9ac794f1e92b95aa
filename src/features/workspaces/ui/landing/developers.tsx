import { Button } from '@/ui/button.tsx';
import { CodeBlock } from './code-block.tsx';
import { Section } from './section.tsx';

const CALL = `curl https://crm.example.com/api/campaigns \\
  -H "Authorization: Bearer nf_…" \\
  -H "Idempotency-Key: autumn-letter" \\
  -H "Content-Type: application/json" \\
  -d '{
    "name": "Autumn letter",
    "audienceId": "6b0788ed0000000000000001",
    "template": {
      "subject": "Thank you, {{ customer.name }}",
      "body": "You have ordered {{ customer.orderCount }} times …"
    }
  }'`;

const RECEIPT = `POST /api/webhooks/delivery-receipts
webhook-id: msg_2f6c41
webhook-timestamp: 1795658390
webhook-signature: v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=

[{ "messageId": "6b0788ed0000000000000042",
   "vendorMessageId": "sim_9c1e",
   "status": "DELIVERED",
   "timestamp": "2026-11-26T09:30:00Z" }]`;

const facts = [
  'Everything the app does has an address in the REST API, described by OpenAPI 3.1. Errors are problem documents that name the field.',
  'A POST with an Idempotency-Key can be sent again after a broken connection: it is answered as before, and done once.',
  'Receipts and webhooks are signed by Standard Webhooks. They may come late, twice and in any order, and no figure drifts.',
  'The vendor simulator can be told to fail, delay, repeat and reorder, so that you test what a real vendor does on a bad day.',
];

/** For vendors and programmers. */
export const Developers = () => (
  <Section
    id="developers"
    title="For vendors and developers"
    text="Messages leave through your own vendor: by HTTP, by SMTP, or to the simulator that comes with it."
    sunken
  >
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
      <CodeBlock label="A campaign by the API" code={CALL} />
      <CodeBlock label="A signed receipt from a vendor" code={RECEIPT} />
    </div>
    <ul className="mt-8 grid grid-cols-1 gap-x-8 gap-y-4 sm:grid-cols-2">
      {facts.map((fact) => (
        <li key={fact} className="text-pretty text-muted">
          {fact}
        </li>
      ))}
    </ul>
    <Button asChild variant="secondary" className="mt-8">
      <a href="/api/swagger">Read the API</a>
    </Button>
  </Section>
);
