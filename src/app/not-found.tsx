import Link from 'next/link';
import { Button } from '@/ui/button.tsx';
import { Logo } from '@/ui/logo.tsx';

export default function NotFound() {
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-3 px-6 text-center">
      <Logo />
      <h1 className="mt-4 font-semibold text-2xl tracking-tight">There is nothing here</h1>
      <p className="max-w-md text-muted">The address may be mistyped, or what was here has been deleted.</p>
      <Button asChild className="mt-3">
        <Link href="/dashboard">Go to the dashboard</Link>
      </Button>
    </main>
  );
}
