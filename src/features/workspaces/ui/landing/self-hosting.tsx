import Link from 'next/link';
import { Button } from '@/ui/button.tsx';
import { CodeBlock } from './code-block.tsx';
import { Section } from './section.tsx';

const DEMO = `npm run demo      # the sample shop, an audience, a campaign;
                  # then the app at http://localhost:3000`;
const PRODUCTION = `cp .env.example .env   # DATABASE_URL, REDIS_URL, two more
npm ci
npm run db:migrate
npm run build
npm start              # the web, as many as you like
npm run worker         # the queues, as many as you like`;

/** How it gets onto one's own server. */
export const SelfHosting = ({ signedIn }: { signedIn: boolean }) => (
  <Section
    id="self-hosting"
    title="On your own server, in minutes"
    text="It needs Node, MongoDB and Redis, loads nothing from elsewhere, and works without an AI key. To try it out, nothing needs to be set up first: what is missing is fetched or built."
    sunken
  >
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
      <CodeBlock label="Try it, on a fresh clone" code={DEMO} />
      <CodeBlock label="In production" code={PRODUCTION} />
    </div>
    <div className="mt-8 flex flex-wrap gap-3">
      <Button asChild>
        <Link href={signedIn ? '/dashboard' : '/sign-up'}>
          {signedIn ? 'Go to the dashboard' : 'Make a workspace'}
        </Link>
      </Button>
      <Button asChild variant="secondary">
        <Link href="/docs">Read the documentation</Link>
      </Button>
    </div>
  </Section>
);
