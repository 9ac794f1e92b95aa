'use client';
import {
  type ButtonHTMLAttributes,
  type ComponentType,
  cloneElement,
  type ReactElement,
  useState,
} from 'react';

/**
 * A button whose menu comes when somebody is about to open it: most pages are left without it. Once it is there the button
 * is the menu's own.
 * @param load the menu, which opens at once when it comes and gets the button as its `trigger`
 * @param props what the menu gets besides
 */
export function LateMenu<P extends object>({
  trigger,
  load,
  props,
}: {
  trigger: ReactElement<ButtonHTMLAttributes<HTMLButtonElement>>;
  load(): Promise<ComponentType<P & { trigger: ReactElement }>>;
  props: P;
}) {
  const [Menu, setMenu] = useState<ComponentType<P & { trigger: ReactElement }> | null>(null);
  if (Menu) return <Menu {...props} trigger={trigger} />;
  // Where the server is not reached the button stays as it is, and may be tried again.
  const prepare = () => void load().catch(() => undefined);
  const open = () =>
    void load().then(
      (loaded) => setMenu(() => loaded),
      () => undefined,
    );
  return cloneElement(trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: prepare,
    onFocus: prepare,
    onClick: open,
    onKeyDown: (event) => {
      if (event.key === 'ArrowDown') open();
    },
  });
}
