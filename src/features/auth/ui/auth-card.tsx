import type { ReactNode } from 'react';
import { Button } from '@/ui/button.tsx';

/** The frame of the sign-in and sign-up forms. */
export const AuthCard = ({
  title,
  description,
  footer,
  children,
}: {
  title: string;
  description: string;
  footer: ReactNode;
  children: ReactNode;
}) => (
  <div className="w-full max-w-sm">
    <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
    <p className="mt-1 text-muted">{description}</p>
    <div className="mt-7 flex flex-col gap-5">{children}</div>
    <p className="mt-7 text-muted">{footer}</p>
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
