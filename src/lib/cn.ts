import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

/** The names that globals.css adds to Tailwind's own: otherwise `text-small` would be taken for a colour. */
const merge = extendTailwindMerge({
  extend: { theme: { text: ['caption', 'small', 'title', 'page'], shadow: ['raised', 'popover', 'modal'] } },
});

/** Class names joined; of two Tailwind classes for the same property the later one stands. */
export const cn = (...classes: ClassValue[]): string => merge(clsx(classes));
