import { cva, type VariantProps } from 'class-variance-authority';
import { LoaderCircle } from 'lucide-react';
import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn.ts';

const button = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-lg font-medium transition-[color,background-color,border-color,box-shadow,transform] active:translate-y-px disabled:cursor-not-allowed disabled:opacity-55 disabled:active:translate-y-0 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-accent-foreground shadow-raised hover:bg-accent-hover',
        secondary:
          'border border-line bg-surface text-foreground shadow-raised hover:border-line-strong/60 hover:bg-sunken dark:bg-raised',
        ghost: 'text-muted hover:bg-sunken hover:text-foreground',
        danger: 'bg-danger text-white shadow-raised hover:bg-danger-hover',
        'danger-ghost': 'text-danger-text hover:bg-danger-soft',
      },
      size: {
        sm: 'h-8 px-3 text-small',
        md: 'h-9 px-4 text-sm',
        lg: 'h-11 px-5 text-base',
        icon: 'size-9',
        'icon-sm': 'size-8',
      },
    },
    defaultVariants: { variant: 'primary', size: 'md' },
  },
);

export interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof button> {
  /** The child (a link, say) gets the looks and stays what it is. */
  asChild?: boolean;
  /** Shows that the click is at work and keeps a second one off. */
  pending?: boolean;
}

export function Button({
  variant,
  size,
  asChild = false,
  pending = false,
  className,
  children,
  ...props
}: ButtonProps) {
  const classes = cn(button({ variant, size }), className);
  if (asChild)
    return (
      <Slot.Root className={classes} {...props}>
        {children}
      </Slot.Root>
    );
  return (
    <button
      type="button"
      {...props}
      className={classes}
      disabled={props.disabled || pending}
      aria-busy={pending || undefined}
    >
      {pending && <LoaderCircle className="animate-spin" aria-hidden />}
      {children}
    </button>
  );
}
