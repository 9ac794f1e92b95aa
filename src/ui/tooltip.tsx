'use client';
import {
  cloneElement,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { useOverlayContainer } from './over-the-page.tsx';

const DELAY_MS = 400;
/** Long enough to move the pointer from the control over to the words. */
const GRACE_MS = 120;
const GAP = 6;

/**
 * A few words beside a control that shows only an icon. The control keeps a name of its own for screen readers. By hand,
 * and not with a library, because the sidebar has one on every page: it is nearly all that is loaded for it.
 */
export function Tooltip({
  text,
  side = 'top',
  disabled = false,
  children,
}: {
  text: ReactNode;
  side?: 'top' | 'right';
  /** Where the words stand on the control already. */
  disabled?: boolean;
  children: ReactElement<HTMLAttributes<HTMLElement>>;
}) {
  const id = useId();
  const container = useOverlayContainer();
  const [place, setPlace] = useState<DOMRect | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const later = (run: () => void, ms: number) => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = setTimeout(run, ms);
  };
  const hide = () => {
    if (timer.current) clearTimeout(timer.current);
    setPlace(null);
  };
  useEffect(() => () => void (timer.current && clearTimeout(timer.current)), []);
  useEffect(() => {
    if (!place) return;
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && setPlace(null);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [place]);
  if (disabled) return children;
  const own = children.props;
  return (
    <>
      {cloneElement(children, {
        ...(place ? { 'aria-describedby': id } : {}),
        onPointerEnter: (event) => {
          own.onPointerEnter?.(event);
          const at = event.currentTarget.getBoundingClientRect();
          if (event.pointerType === 'mouse') later(() => setPlace(at), DELAY_MS);
        },
        onPointerLeave: (event) => {
          own.onPointerLeave?.(event);
          later(hide, GRACE_MS);
        },
        onPointerDown: (event) => {
          own.onPointerDown?.(event);
          hide();
        },
        onFocus: (event) => {
          own.onFocus?.(event);
          if (event.currentTarget.matches(':focus-visible'))
            setPlace(event.currentTarget.getBoundingClientRect());
        },
        onBlur: (event) => {
          own.onBlur?.(event);
          hide();
        },
      })}
      {place &&
        createPortal(
          <div
            id={id}
            role="tooltip"
            onPointerEnter={() => timer.current && clearTimeout(timer.current)}
            onPointerLeave={hide}
            style={
              side === 'right'
                ? { left: place.right + GAP, top: place.top + place.height / 2, translate: '0 -50%' }
                : { left: place.left + place.width / 2, top: place.top - GAP, translate: '-50% -100%' }
            }
            className="fade-in-0 fixed z-50 flex w-max max-w-64 animate-in items-center gap-2 rounded-lg bg-foreground px-2.5 py-1.5 font-medium text-background text-caption shadow-popover duration-quick"
          >
            {text}
          </div>,
          container ?? document.body,
        )}
    </>
  );
}
