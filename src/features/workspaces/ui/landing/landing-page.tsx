import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/ui/button.tsx';
import { Logo } from '@/ui/logo.tsx';
import { ThemeToggle } from '@/ui/theme-toggle.tsx';
import { ProgressIllustration } from './progress-illustration.tsx';
import { Promises } from './promises.tsx';
import { Way } from './way.tsx';

/** What the product is, for someone who has never seen it. */
export const LandingPage = ({ signedIn }: { signedIn: boolean }) => (
  <div className="flex min-h-dvh flex-col overflow-x-clip">
    <header className="mx-auto flex w-full max-w-6xl items-center justify-between gap-3 px-4 py-4 sm:px-8">
      <Link href="/" aria-label="NexusFlow, start page">
        <Logo />
      </Link>
      <nav aria-label="Account" className="flex items-center gap-1 sm:gap-2">
        <ThemeToggle />
        {signedIn ? (
          <Button asChild size="sm">
            <Link href="/dashboard">Open the app</Link>
          </Button>
        ) : (
          <Button asChild variant="secondary" size="sm">
            <Link href="/sign-in">Sign in</Link>
          </Button>
        )}
      </nav>
    </header>
    <main className="flex-1">
      <Hero signedIn={signedIn} />
      <Way />
      <Promises />
      <Closing signedIn={signedIn} />
    </main>
    <footer className="border-line border-t">
      <div className="mx-auto flex w-full max-w-6xl flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-6 text-[13px] text-muted sm:px-8">
        <p>NexusFlow is free software under the MIT licence.</p>
        <a href="/api/swagger" className="underline-offset-4 hover:text-foreground hover:underline">
          API reference
        </a>
      </div>
    </footer>
  </div>
);

const Hero = ({ signedIn }: { signedIn: boolean }) => (
  <section className="mx-auto grid w-full max-w-6xl grid-cols-1 items-center gap-x-12 gap-y-12 px-4 pt-10 pb-16 sm:px-8 sm:pt-16 lg:grid-cols-[minmax(0,1fr)_minmax(0,29rem)] lg:pb-24">
    <div>
      <h1 className="text-balance font-semibold text-4xl tracking-tight sm:text-5xl">
        Campaigns whose every message is accounted for
      </h1>
      <p className="mt-5 max-w-xl text-pretty text-lg text-muted">
        NexusFlow is a CRM you host yourself, for the marketers of a shop. Bring in customers and orders,
        describe an audience, write a message, launch, and watch each one arrive.
      </p>
      <div className="mt-8 flex flex-wrap gap-3">
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
    </div>
    <ProgressIllustration />
  </section>
);

const Closing = ({ signedIn }: { signedIn: boolean }) => (
  <section className="mx-auto w-full max-w-6xl px-4 py-16 sm:px-8 lg:py-20">
    <div className="rounded-2xl bg-accent-soft px-6 py-10 sm:px-12">
      <h2 className="text-balance font-semibold text-2xl tracking-tight">
        On your own server, with your own data
      </h2>
      <p className="mt-3 max-w-2xl text-pretty text-muted">
        It needs MongoDB and Redis, loads nothing from elsewhere, and works without an AI key. A vendor
        simulator is built in, so you can try everything without writing to anybody; your own vendor is
        connected by a small adapter.
      </p>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button asChild>
          <Link href={signedIn ? '/dashboard' : '/sign-up'}>
            {signedIn ? 'Go to the dashboard' : 'Make a workspace'}
          </Link>
        </Button>
        <Button asChild variant="secondary">
          <a href="/api/swagger">Read the API</a>
        </Button>
      </div>
    </div>
  </section>
);
