'use client';
import { UserRoundCheck, UserX } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { addressInput } from '../privacy.schema.ts';
import { EraseDialog } from './erase-dialog.tsx';

/** A box for one address, checked as the API checks it. */
function useAddress() {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  return {
    box: {
      value: text,
      onChange: (event: { target: { value: string } }) => {
        setText(event.target.value);
        setError(undefined);
      },
    },
    error,
    setError,
    clear: () => setText(''),
    /** The address as it is compared; undefined, with the reason shown, when it is none. */
    read: (): string | undefined => {
      const parsed = addressInput.safeParse({ email: text });
      setError(parsed.error?.issues[0]?.message);
      return parsed.data?.email;
    },
  };
}

/** For people who write in: erases whoever has an address, whether they are a customer or not. */
export function EraseByAddress() {
  const address = useAddress();
  const [asking, setAsking] = useState<string>();
  return (
    <Card>
      <CardHeader
        title="Erase by address"
        description="For somebody who writes in. If no customer has the address it is kept from coming in, and what mentions it goes."
      />
      <CardBody>
        <form
          noValidate
          className="flex flex-wrap items-start gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            setAsking(address.read());
          }}
        >
          <Field label="Their email address" error={address.error} className="min-w-0 grow basis-60">
            <Input type="email" autoComplete="off" spellCheck={false} {...address.box} />
          </Field>
          <Button type="submit" variant="danger" className="sm:mt-6.5">
            <UserX aria-hidden />
            Erase…
          </Button>
        </form>
      </CardBody>
      {asking !== undefined && (
        <EraseDialog
          email={asking}
          onClose={() => setAsking(undefined)}
          onErased={() => {
            setAsking(undefined);
            address.clear();
          }}
        />
      )}
    </Card>
  );
}

/** For somebody erased who wants to be a customer again. */
export function LiftErased() {
  const address = useAddress();
  const utils = trpc.useUtils();
  const lift = trpc.privacy.lift.useMutation({
    onSuccess: async () => {
      toast.success('The address may be added and imported again');
      address.clear();
      await utils.privacy.invalidate();
    },
    onError: (error) => address.setError(messageOf(error)),
  });
  return (
    <Card>
      <CardHeader
        title="Let somebody come back"
        description="When a person who was erased asks to be a customer again. What was erased does not come back; their address can be added again."
      />
      <CardBody>
        <form
          noValidate
          className="flex flex-wrap items-start gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            const email = address.read();
            if (email) lift.mutate({ email });
          }}
        >
          <Field label="Their email address" error={address.error} className="min-w-0 grow basis-60">
            <Input type="email" autoComplete="off" spellCheck={false} {...address.box} />
          </Field>
          <Button type="submit" variant="secondary" className="sm:mt-6.5" pending={lift.isPending}>
            <UserRoundCheck aria-hidden />
            Allow again
          </Button>
        </form>
      </CardBody>
    </Card>
  );
}
