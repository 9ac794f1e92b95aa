'use client';
import Link from 'next/link';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '@/ui/button.tsx';

export const TextLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} className="font-medium text-accent-text underline-offset-4 hover:underline">
    {children}
  </Link>
);

/**
 * The frame of the forms for whoever is not signed in.
 * @param announced whether it takes another one's place after a deed: its title is read out, and the keyboard goes on there
 */
export function AuthCard({
  title,
  description,
  footer,
  announced = false,
  children,
}: {
  title: string;
  description: ReactNode;
  footer?: ReactNode;
  announced?: boolean;
  children?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (announced) heading.current?.focus();
  }, [announced]);
  return (
    <div className="w-full max-w-sm">
      <h1 ref={heading} tabIndex={-1} className="font-semibold text-2xl tracking-tight outline-none">
        {title}
      </h1>
      <p className="mt-1 break-words text-muted">{description}</p>
      {children && <div className="mt-7 flex flex-col gap-5">{children}</div>}
      {footer && <p className="mt-7 text-muted">{footer}</p>}
    </div>
  );
}

export const GoogleButton = ({ onClick }: { onClick(): void }) => (
  <>
    <div className="flex items-center gap-3 text-muted text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      or
    </div>
    <Button variant="secondary" size="lg" onClick={onClick} className="text-sm">
      Continue with Google
    </Button>
  </>
);
