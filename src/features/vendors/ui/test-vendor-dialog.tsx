'use client';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { Vendor } from '../vendors.schema.ts';

/** Tries the saved settings: the connection alone, or a short message to an address of one's own. */
export function TestVendorDialog({ vendor, onClose }: { vendor: Vendor; onClose(): void }) {
  const [to, setTo] = useState('');
  const test = trpc.vendors.test.useMutation();
  const mail = vendor.kind === 'SMTP';
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Test “${vendor.name}”`}
      description="Tries the settings as they are saved."
    >
      <form
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          const address = to.trim();
          test.mutate({ id: vendor.id, ...(address ? { to: address } : {}) });
        }}
      >
        <Field
          label="Send a test message to"
          optional
          hint={
            mail
              ? 'Empty: only connects and signs in; nothing is sent.'
              : 'Empty: only connects; nothing is sent.'
          }
        >
          <Input
            autoComplete="off"
            placeholder={mail ? 'you@example.com' : 'you@example.com or +44 20 7946 0000'}
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
        </Field>
        {test.data && (
          <Notice
            tone={test.data.ok ? 'success' : 'danger'}
            title={test.data.ok ? 'It works' : 'It does not work'}
          >
            <span className="break-words">{test.data.detail}</span>{' '}
            <span className="whitespace-nowrap tabular-nums">({test.data.tookMs} ms)</span>
          </Notice>
        )}
        {test.isError && <Notice tone="danger">{messageOf(test.error)}</Notice>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="secondary" onClick={onClose}>
            Close
          </Button>
          <Button type="submit" pending={test.isPending}>
            {to.trim() ? 'Send test message' : 'Test connection'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
