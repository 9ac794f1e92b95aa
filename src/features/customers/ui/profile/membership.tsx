'use client';
import { Camera, Target } from 'lucide-react';
import Link from 'next/link';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Loaded } from '@/ui/loaded.tsx';
import { trpc } from '@/ui/trpc.tsx';

/** Which audiences a customer is in at this moment. */
export function Membership({ customerId }: { customerId: string }) {
  const audiences = trpc.audiences.ofCustomer.useQuery({ customerId });
  return (
    <Card>
      <CardHeader title="Audiences" description="Whose rules they meet right now." />
      <CardBody>
        <Loaded query={audiences}>
          {(items) =>
            items.length === 0 ? (
              <p className="text-muted text-sm">They are in none.</p>
            ) : (
              <ul className="flex flex-col gap-2 text-sm">
                {items.map(({ id, name, isSnapshot }) => (
                  <li key={id} className="flex min-w-0 items-center gap-2">
                    {isSnapshot ? (
                      <Camera className="size-4 shrink-0 text-muted" aria-label="Snapshot" />
                    ) : (
                      <Target className="size-4 shrink-0 text-muted" aria-hidden />
                    )}
                    <Link href={`/audiences/${id}`} className="truncate underline-offset-4 hover:underline">
                      {name}
                    </Link>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </CardBody>
    </Card>
  );
}
