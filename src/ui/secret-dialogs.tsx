'use client';
import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { CopyField } from './copy-field.tsx';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';
import { Select } from './input.tsx';
import { Notice } from './states.tsx';

/** Shows a secret the only time it can be shown. */
export const NewSecretDialog = ({
  title,
  secret,
  children,
  onClose,
}: {
  title: string;
  secret: string;
  /** What to do with it. */
  children: ReactNode;
  onClose(): void;
}) => (
  <Dialog
    open
    onOpenChange={(open) => !open && onClose()}
    title={title}
    description="Copy it now and keep it like a password. It is stored encrypted and cannot be shown again."
    className="max-w-xl"
  >
    <CopyField label="Secret" value={secret} />
    <div className="mt-4 flex flex-col gap-3 text-sm">{children}</div>
    <div className="mt-6 flex justify-end">
      <Button onClick={onClose}>I have copied it</Button>
    </div>
  </Dialog>
);

const OVERLAPS = [
  ['0', 'Not at all: it was lost or seen by others'],
  ['1', 'For an hour'],
  ['24', 'For a day'],
  ['72', 'For three days'],
  ['168', 'For a week'],
] as const;

/** Asks how long the secret of before stays good beside a new one. */
export function RotateSecretDialog({
  what,
  pending,
  problem,
  onRotate,
  onClose,
}: {
  /** Such as “the receipts of Texts Ltd”. */
  what: string;
  pending: boolean;
  problem: string | null;
  onRotate(overlapHours: number): void;
  onClose(): void;
}) {
  const [hours, setHours] = useState('24');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Make a new secret"
      description={`It signs ${what} from now on.`}
    >
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          onRotate(Number(hours));
        }}
      >
        <Field
          label="How long the secret of now stays good too"
          hint="Long enough for the other side to put the new one in place."
        >
          <Select value={hours} onChange={(event) => setHours(event.target.value)}>
            {OVERLAPS.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        {problem && <Notice tone="danger">{problem}</Notice>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="secondary" onClick={onClose}>
            Keep as it is
          </Button>
          <Button type="submit" pending={pending}>
            Make a new secret
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
