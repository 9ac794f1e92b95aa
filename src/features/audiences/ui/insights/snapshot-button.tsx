'use client';
import { Camera } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Button } from '@/ui/button.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';

/** Keeps who is in the saved audience now as an audience of its own, and goes there. */
export function SnapshotButton({ id }: { id: string }) {
  const router = useRouter();
  const utils = trpc.useUtils();
  const take = trpc.audiences.takeSnapshot.useMutation({
    onSuccess: async (snapshot) => {
      toast.success('A snapshot is being made');
      router.push(`/audiences/${snapshot.id}`);
      await utils.audiences.list.invalidate();
    },
    onError: (error) => toast.error(messageOf(error)),
  });
  return (
    <Button
      variant="ghost"
      pending={take.isPending}
      title="Keeps who is in the saved audience now as an audience that no longer changes"
      onClick={() => take.mutate({ id })}
    >
      <Camera aria-hidden />
      Take a snapshot
    </Button>
  );
}
