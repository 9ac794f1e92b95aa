import Link from 'next/link';
import { Button } from '@/ui/button.tsx';
import { Logo } from '@/ui/logo.tsx';
import { ThemeToggle } from '@/ui/theme-toggle.tsx';
import { Comparison } from './comparison.tsx';
import { Developers } from './developers.tsx';
import { Hero } from './hero.tsx';
import { Promises } from './promises.tsx';
import { SelfHosting } from './self-hosting.tsx';
import { Steps } from './steps.tsx';

const parts = [
  { href: '#how-it-works', label: 'How it works' },
  { href: '#promises', label: 'Promises' },
  { href: '#developers', label: 'Developers' },
  { href: '#self-hosting', label: 'Self-hosting' },
];

/** What the product is, for someone who has never seen it. */
export const LandingPage = ({ signedIn }: { signedIn: boolean }) => (
  <div className="flex min-h-dvh flex-col overflow-x-clip">
    <header className="mx-auto flex w-full max-w-6xl items-center justify-between gap-3 px-4 py-4 sm:px-8">
      <Link href="/" aria-label="NexusFlow, start page">
        <Logo />
      </Link>
      <nav aria-label="On this page" className="hidden items-center gap-1 md:flex">
        {parts.map(({ href, label }) => (
          <Button key={href} asChild variant="ghost" size="sm">
            <a href={href}>{label}</a>
          </Button>
        ))}
      </nav>
      <nav aria-label="Account" className="flex items-center gap-1 sm:gap-2">
        <ThemeToggle />
        <Button asChild variant={signedIn ? 'primary' : 'secondary'} size="sm">
          <Link href={signedIn ? '/dashboard' : '/sign-in'}>{signedIn ? 'Open the app' : 'Sign in'}</Link>
        </Button>
      </nav>
    </header>
    <main className="flex-1">
      <Hero signedIn={signedIn} />
      <Steps />
      <Promises />
      <Developers />
      <Comparison />
      <SelfHosting signedIn={signedIn} />
    </main>
    <footer className="mx-auto flex w-full max-w-6xl flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-8 text-small text-muted sm:px-8">
      <p>NexusFlow is free software under the MIT licence.</p>
      <nav aria-label="More" className="flex flex-wrap gap-x-5 gap-y-2">
        <FooterLink href="/docs">Documentation</FooterLink>
        <FooterLink href="/api/swagger">API reference</FooterLink>
        <FooterLink href="/sign-in">Sign in</FooterLink>
      </nav>
    </footer>
  </div>
);

const FooterLink = ({ href, children }: { href: string; children: string }) => (
  <a href={href} className="py-0.5 underline-offset-4 hover:text-foreground hover:underline">
    {children}
  </a>
);
