'use client';
import { Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { Button } from '@/ui/button.tsx';

// The search and what it looks through come when somebody wants them.
const SearchDialog = dynamic(() => import('./docs-search-dialog.tsx').then((m) => m.DocsSearchDialog), {
  ssr: false,
});

/** Opens the search: by its button, by “/” or by Ctrl-K. */
export function DocsSearch() {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(event.target.tagName);
      const asked =
        (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) ||
        (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey);
      if (!asked) return;
      event.preventDefault();
      setWanted(true);
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <Button
        variant="secondary"
        size="sm"
        className="min-w-0 justify-start text-muted sm:w-56"
        aria-haspopup="dialog"
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
      >
        <Search aria-hidden />
        <span className="truncate">Search</span>
        <kbd className="ml-auto hidden rounded border border-line px-1.5 font-mono text-[11px] sm:inline">
          /
        </kbd>
      </Button>
      {wanted && <SearchDialog open={open} onOpenChange={setOpen} />}
    </>
  );
}
