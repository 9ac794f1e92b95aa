'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

/**
 * Asks before unsaved changes are lost: by closing or reloading the page, by a link inside the app, and, where the browser
 * has the Navigation API, by going back.
 */
export function LeaveGuard({ active }: { active: boolean }) {
  const router = useRouter();
  /** What leaving would be, while it is asked. */
  const [leave, setLeave] = useState<(() => void) | null>(null);
  useEffect(() => {
    if (!active) return;
    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const href = leadsAway(event);
      if (href === null) return;
      // Before the link's own handler, which would already be on its way.
      event.preventDefault();
      event.stopPropagation();
      setLeave(() => () => router.push(href));
    };
    let left = false;
    const onNavigate = (event: NavigateEvent) => {
      if (left || event.navigationType !== 'traverse' || !event.cancelable) return;
      if (new URL(event.destination.url).pathname === window.location.pathname) return;
      event.preventDefault();
      const { key } = event.destination;
      setLeave(() => () => {
        left = true;
        window.navigation.traverseTo(key);
      });
    };
    // Not in every browser the types know.
    const navigation: Navigation | undefined = window.navigation;
    navigation?.addEventListener('navigate', onNavigate);
    window.addEventListener('beforeunload', beforeUnload);
    document.addEventListener('click', onClick, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', beforeUnload);
      document.removeEventListener('click', onClick, { capture: true });
      navigation?.removeEventListener('navigate', onNavigate);
    };
  }, [active, router]);
  return (
    <Dialog
      open={leave !== null}
      onOpenChange={(open) => !open && setLeave(null)}
      title="Leave without saving?"
      description="What you changed here has not been saved and would be lost."
    >
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="secondary" onClick={() => setLeave(null)}>
          Stay here
        </Button>
        <Button
          variant="danger"
          onClick={() => {
            setLeave(null);
            leave?.();
          }}
        >
          Leave without saving
        </Button>
      </div>
    </Dialog>
  );
}

/** Where a click would lead to inside the app, in this tab, on another page; null when it does not. */
function leadsAway(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
  if (!link || link.hasAttribute('download') || (link.target !== '' && link.target !== '_self')) return null;
  const url = new URL(link.href);
  if (url.origin !== window.location.origin || url.pathname === window.location.pathname) return null;
  return url.pathname + url.search + url.hash;
}
