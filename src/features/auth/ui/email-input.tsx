import type { ComponentProps } from 'react';
import { Input } from '@/ui/input.tsx';

/** Where somebody says who they are: password managers fill it in, and nothing corrects or capitalises it. */
export const EmailInput = (props: ComponentProps<'input'>) => (
  <Input
    type="email"
    inputMode="email"
    spellCheck={false}
    autoCapitalize="none"
    autoComplete="username"
    {...props}
  />
);
