'use client';
import { Download, UserX } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import { EraseDialog } from './erase-dialog.tsx';

/** What a person may ask for: all that is kept of them, and that it goes. For those who may do it. */
export function CustomerPrivacy({ id, email }: { id: string; email: string }) {
  const mayRead = useMay('privacy:read');
  const mayErase = useMay('privacy:write');
  const [asking, setAsking] = useState(false);
  if (!mayRead && !mayErase) return null;
  return (
    <Card>
      <CardHeader
        title="Privacy"
        description="When they ask what is kept of them, or that it goes. Both stand in the audit log."
      />
      <CardBody className="flex flex-wrap gap-2">
        {mayRead && (
          <Button asChild variant="secondary">
            <a href={`/api/customers/${id}/export`} download>
              <Download aria-hidden />
              Export data
            </a>
          </Button>
        )}
        {mayErase && (
          <Button variant="danger-ghost" onClick={() => setAsking(true)}>
            <UserX aria-hidden />
            Erase…
          </Button>
        )}
      </CardBody>
      {asking && (
        <EraseDialog
          id={id}
          email={email}
          onClose={() => setAsking(false)}
          onErased={() => setAsking(false)}
        />
      )}
    </Card>
  );
}
