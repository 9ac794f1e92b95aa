'use client';
import { setNonce } from 'get-nonce';
import { ThemeProvider, useTheme } from 'next-themes';
import type { ReactNode } from 'react';
import { Toaster } from 'sonner';
import { TrpcProvider } from './trpc.tsx';
import { WaitingNotice } from './waiting.tsx';

const Toasts = () => {
  const { resolvedTheme } = useTheme();
  return (
    <Toaster
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      position="bottom-right"
      toastOptions={{
        style: {
          background: 'var(--surface)',
          color: 'var(--foreground)',
          border: '1px solid var(--line)',
          fontFamily: 'var(--font-sans)',
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
