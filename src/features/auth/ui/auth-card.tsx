import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from '@/ui/button.tsx';

export const TextLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} className="font-medium text-accent-text underline-offset-4 hover:underline">
    {children}
  </Link>
);

/** The frame of the forms for whoever is not signed in. */
export const AuthCard = ({
  title,
  description,
  footer,
  children,
}: {
  title: string;
  description: ReactNode;
  footer?: ReactNode;
  children?: ReactNode;
}) => (
  <div className="w-full max-w-sm">
    <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
    <p className="mt-1 break-words text-muted">{description}</p>
    {children && <div className="mt-7 flex flex-col gap-5">{children}</div>}
    {footer && <p className="mt-7 text-muted">{footer}</p>}
  </div>
);

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
