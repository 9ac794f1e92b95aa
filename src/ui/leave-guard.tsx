'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

/** Asks before unsaved changes are lost: by closing or reloading the page, and by a link inside the app. */
export function LeaveGuard({ active }: { active: boolean }) {
  const router = useRouter();
  const [towards, setTowards] = useState<string | null>(null);
  useEffect(() => {
    if (!active) return;
    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const href = leadsAway(event);
      if (href === null) return;
      // Before the link's own handler, which would already be on its way.
      event.preventDefault();
      event.stopPropagation();
      setTowards(href);
    };
    window.addEventListener('beforeunload', beforeUnload);
    document.addEventListener('click', onClick, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', beforeUnload);
      document.removeEventListener('click', onClick, { capture: true });
    };
  }, [active]);
  return (
    <Dialog
      open={towards !== null}
      onOpenChange={(open) => !open && setTowards(null)}
      title="Leave without saving?"
      description="What you changed here has not been saved and would be lost."
    >
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="secondary" onClick={() => setTowards(null)}>
          Stay here
        </Button>
        <Button
          variant="danger"
          onClick={() => {
            setTowards(null);
            if (towards !== null) router.push(towards);
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
