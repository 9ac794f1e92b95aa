'use client';
import { setNonce } from 'get-nonce';
import dynamic from 'next/dynamic';
import { ThemeProvider, useTheme } from 'next-themes';
import { type ReactNode, useEffect } from 'react';
import { TrpcProvider } from './trpc.tsx';
import { WaitingNotice } from './waiting.tsx';

const Toaster = dynamic(() => import('sonner').then((module) => module.Toaster), { ssr: false });

const Toasts = () => {
  const { resolvedTheme } = useTheme();
  return (
    <Toaster
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      position="bottom-right"
      closeButton
      toastOptions={{
        closeButtonAriaLabel: 'Close this notice',
        style: {
          background: 'var(--raised)',
          color: 'var(--foreground)',
          border: '1px solid var(--line)',
          borderRadius: '0.75rem',
          boxShadow: 'var(--elevation-popover)',
          fontFamily: 'var(--font-sans)',
          fontSize: '0.875rem',
        },
        actionButtonStyle: {
          background: 'var(--accent-soft)',
          color: 'var(--accent-text)',
          borderRadius: '0.375rem',
          fontWeight: 600,
          height: '1.75rem',
          padding: '0 0.625rem',
        },
      }}
    />
  );
};

/**
 * What every page stands in: theme, data, toasts.
 * @param nonce what the page's Content-Security-Policy knows its own scripts and style sheets by
 */
export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  // Dialogs keep the page from scrolling with a style sheet of their own. On the server there is no page to add it to.
  if (nonce && typeof window !== 'undefined') setNonce(nonce);
  useEffect(() => window.handOver?.(), []);
  return (
    <ThemeProvider
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      {...(nonce ? { nonce } : {})}
    >
      <TrpcProvider>{children}</TrpcProvider>
      <Toasts />
      <WaitingNotice />
    </ThemeProvider>
  );
}
