'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { cn } from '@/lib/cn.ts';
import { Kbd } from '@/ui/kbd.tsx';
import { Tooltip } from '@/ui/tooltip.tsx';
import { useWorkspace } from '@/ui/use-workspace.ts';
import { isOutside, type Place, placeGroups } from './places.ts';

/** The app's places. `onNavigate` closes the drawer on a phone; narrow, only their icons are there to see. */
export function Navigation({ narrow = false, onNavigate }: { narrow?: boolean; onNavigate?: () => void }) {
  const pathname = usePathname();
  const may = useWorkspace().data?.permissions;
  const nav = useRef<HTMLElement>(null);
  // Where one is must be seen, also where the list is longer than the window is high.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when one has gone elsewhere, or the list has its entries
  useEffect(() => {
    nav.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest' });
  }, [pathname, may]);
  return (
    <nav ref={nav} aria-label="Main" className={cn('flex flex-col', narrow ? 'gap-3' : 'gap-4')}>
      {placeGroups.map(({ label, places }, i) => (
        <div key={label ?? 'top'}>
          {label && !narrow && <p className="px-2.5 pb-1 font-medium text-caption text-muted">{label}</p>}
          {narrow && i > 0 && <div className="mx-2 mb-3 h-px bg-line" aria-hidden />}
          <ul className="flex flex-col gap-0.5">
            {places.map((place) =>
              place.hidden || (may && place.needs && !may.includes(place.needs)) ? null : place.needs &&
                !may ? (
                // Not known yet whether it is of use to them: its room is kept, so that nothing moves.
                <li key={place.href} className="h-8" aria-hidden />
              ) : (
                <li key={place.href}>
                  <Entry
                    place={place}
                    here={pathname === place.href || pathname.startsWith(`${place.href}/`)}
                    narrow={narrow}
                    {...(onNavigate ? { onNavigate } : {})}
                  />
                </li>
              ),
            )}
          </ul>
        </div>
      ))}
    </nav>
  );
}

const Entry = ({
  place: { href, label, icon: Icon, key },
  here,
  narrow,
  onNavigate,
}: {
  place: Place;
  here: boolean;
  narrow: boolean;
  onNavigate?: () => void;
}) => {
  // Asked for once the pointer or the focus is on it, not all of them with every page.
  const [near, setNear] = useState(false);
  const className = cn(
    'relative flex h-8 items-center gap-2.5 rounded-lg px-2.5 font-medium text-sm transition-colors',
    narrow && 'justify-center px-0',
    here
      ? 'bg-accent-soft text-accent-text'
      : 'text-muted hover:bg-sunken hover:text-foreground focus-visible:text-foreground',
  );
  const content = (
    <>
      <Icon className="size-4 shrink-0" aria-hidden />
      <span className={narrow ? 'sr-only' : 'truncate'}>{label}</span>
    </>
  );
  const tip = (
    <>
      {label}
      {key && <Kbd keys={`g ${key}`} />}
    </>
  );
  return (
    <Tooltip text={tip} side="right" disabled={!narrow}>
      {isOutside(href) ? (
        <a href={href} className={className}>
          {content}
        </a>
      ) : (
        <Link
          href={href}
          className={className}
          aria-current={here ? 'page' : undefined}
          prefetch={near}
          onPointerEnter={() => setNear(true)}
          onFocus={() => setNear(true)}
          {...(onNavigate ? { onClick: onNavigate } : {})}
        >
          {content}
        </Link>
      )}
    </Tooltip>
  );
};
