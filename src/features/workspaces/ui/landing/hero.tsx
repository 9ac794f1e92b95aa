import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/ui/button.tsx';
import { Picture } from './picture.tsx';

/** What it is in one breath, the way in, and how it looks. */
export const Hero = ({ signedIn }: { signedIn: boolean }) => (
  <section className="mx-auto w-full max-w-6xl px-4 pt-12 pb-16 sm:px-8 sm:pt-20 lg:pb-24">
    <div className="mx-auto max-w-3xl text-center">
      <h1 className="text-balance font-semibold text-4xl tracking-tight sm:text-5xl">
        Campaigns whose every message is accounted for
      </h1>
      <p className="mx-auto mt-5 max-w-2xl text-pretty text-lg text-muted">
        NexusFlow is a CRM you host yourself, for the marketers of a shop. Bring in customers and orders,
        describe an audience, write a message, launch, and watch each one arrive.
      </p>
      <div className="mt-8 flex flex-wrap justify-center gap-3">
        {signedIn ? (
          <Button asChild size="lg">
            <Link href="/dashboard">
              Open the app
              <ArrowRight aria-hidden />
            </Link>
          </Button>
        ) : (
          <>
            <Button asChild size="lg">
              <Link href="/sign-up">Create an account</Link>
            </Button>
            <Button asChild size="lg" variant="secondary">
              <Link href="/sign-in">Sign in</Link>
            </Button>
          </>
        )}
      </div>
      {!signedIn && (
        <p className="mt-4 text-small text-muted">
          A sample shop is built in, and a simulator that delivers: nobody real is written to.
        </p>
      )}
    </div>
    <Picture
      name="campaign-live"
      first
      className="mt-12 sm:mt-16"
      alt="A campaign while it is delivered: a bar that moves, and how many of the audience are waiting, sent, delivered, bounced, failed and skipped."
    />
  </section>
);
