'use client';
import Link from 'next/link';
import { type FormEventHandler, type ReactNode, useId } from 'react';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Checkbox } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';

/** What the forms of all kinds of vendor have around them. */
export const VendorFormFrame = ({
  onSubmit,
  disabled,
  pending,
  problem,
  children,
}: {
  onSubmit: FormEventHandler;
  /** One may look and not change. */
  disabled: boolean;
  pending: boolean;
  problem: string | null;
  children: ReactNode;
}) => (
  <form onSubmit={onSubmit} noValidate>
    <fieldset disabled={disabled} className="flex flex-col gap-6">
      {children}
    </fieldset>
    {problem && (
      <Notice tone="danger" className="mt-6">
        {problem}
      </Notice>
    )}
    {disabled ? (
      <p className="mt-6 text-muted">Your role may look at these settings, not change them.</p>
    ) : (
      <div className="mt-6 flex justify-end gap-2">
        <Button asChild variant="ghost">
          <Link href="/settings/vendors">Discard</Link>
        </Button>
        <Button type="submit" pending={pending}>
          Save vendor
        </Button>
      </div>
    )}
  </form>
);

export const FormCard = ({
  title,
  description,
  children,
}: {
  title: string;
  description?: ReactNode;
  children: ReactNode;
}) => (
  <Card>
    <CardHeader title={title} description={description} />
    <CardBody className="grid grid-cols-1 gap-x-6 gap-y-5 sm:grid-cols-2">{children}</CardBody>
  </Card>
);

/** A choice that is on or off, with what it means. */
export const CheckField = ({
  label,
  hint,
  input,
}: {
  label: string;
  hint?: string;
  input: Parameters<typeof Checkbox>[0];
}) => {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5 text-sm sm:col-span-2">
      <Checkbox
        id={id}
        className="mt-0.5"
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        {...input}
      />
      <div>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-small text-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
};
