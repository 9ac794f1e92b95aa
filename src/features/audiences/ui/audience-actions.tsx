'use client';
import { Download, Megaphone } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/ui/button.tsx';

/** What can be done with who is in a saved audience right now. */
export const AudienceActions = ({ id }: { id: string }) => (
  <>
    <Button asChild variant="ghost">
      <a
        href={`/api/audiences/${id}/export.csv`}
        download
        title="Everybody in the saved audience right now, as a CSV file"
      >
        <Download aria-hidden />
        Export CSV
      </a>
    </Button>
    <Button asChild variant="secondary">
      <Link href={`/campaigns/new?audienceId=${id}`}>
        <Megaphone aria-hidden />
        Create a campaign
      </Link>
    </Button>
  </>
);
