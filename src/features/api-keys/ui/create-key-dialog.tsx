'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Button } from '@/ui/button.tsx';
import { CopyField } from '@/ui/copy-field.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { Field } from '@/ui/field.tsx';
import { Input, Select } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { createApiKeyInput } from '../api-keys.schema.ts';
import { dayOf, expiryChoices, expiryOf } from './expiry.ts';
import { ScopePicker } from './scope-picker.tsx';

const formSchema = z
  .object({
    name: createApiKeyInput.shape.name,
    scopes: createApiKeyInput.shape.scopes,
    expiry: z.enum(expiryChoices.map(({ value }) => value)),
    day: z.string(),
  })
  .refine(({ expiry, day }) => expiryOf(expiry, day, new Date()) !== undefined, {
    path: ['day'],
    message: 'Choose today or a later day',
  });
type Values = z.infer<typeof formSchema>;

/** Asks for a name and scopes, then shows the key this once. */
export function CreateKeyDialog({ onClose }: { onClose(): void }) {
  const [made, setMade] = useState<{ name: string; key: string } | null>(null);
  return made ? (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Your key “${made.name}”`}
      description="Copy it now and keep it like a password. We store only a fingerprint of it, so it cannot be shown again."
      className="max-w-xl"
    >
      <CopyField label="API key" value={made.key} />
      <p className="mt-5 text-small text-muted">Send it with each request:</p>
      <pre className="mt-1.5 overflow-x-auto rounded-lg bg-sunken p-3 font-mono text-xs">
        {`curl -H "Authorization: Bearer ${made.key.slice(0, 6)}…" \\\n  ${window.location.origin}/api/customers`}
      </pre>
      <div className="mt-6 flex justify-end">
        <Button onClick={onClose}>I have copied it</Button>
      </div>
    </Dialog>
  ) : (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Create an API key"
      description="Give each system a key of its own, with no more than it needs."
    >
      <CreateKeyForm onMade={setMade} onClose={onClose} />
    </Dialog>
  );
}

function CreateKeyForm({
  onMade,
  onClose,
}: {
  onMade(key: { name: string; key: string }): void;
  onClose(): void;
}) {
  const utils = trpc.useUtils();
  const create = trpc.apiKeys.create.useMutation({
    onSuccess: ({ name, key }) => {
      void utils.apiKeys.list.invalidate();
      onMade({ name, key });
    },
  });
  const { register, handleSubmit, watch, setValue, formState } = useForm<Values>({
    resolver: zodResolver(formSchema),
    defaultValues: { name: '', scopes: ['all'], expiry: '90', day: '' },
  });
  const { errors, isSubmitted } = formState;
  return (
    <form
      onSubmit={handleSubmit(({ name, scopes, expiry, day }) =>
        create.mutate({ name, scopes, expiresAt: expiryOf(expiry, day, new Date()) ?? null }),
      )}
      noValidate
      className="flex flex-col gap-5"
    >
      <Field label="Name" error={errors.name?.message} hint="What will use it, so that you know it again.">
        <Input placeholder="Shop’s checkout" autoComplete="off" {...register('name')} />
      </Field>
      <ScopePicker
        value={watch('scopes')}
        onChange={(scopes) => setValue('scopes', scopes, { shouldValidate: isSubmitted })}
        error={errors.scopes?.message}
      />
      <Field label="Good for" hint="A key that is forgotten somewhere then ends by itself.">
        <Select {...register('expiry')}>
          {expiryChoices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      {watch('expiry') === 'custom' && (
        <Field label="Last day" error={errors.day?.message}>
          <Input type="date" min={dayOf(new Date())} {...register('day')} />
        </Field>
      )}
      {create.isError && <Notice tone="danger">{messageOf(create.error)}</Notice>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="secondary" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" pending={create.isPending}>
          Create key
        </Button>
      </div>
    </form>
  );
}
