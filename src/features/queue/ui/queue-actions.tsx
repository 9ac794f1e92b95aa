'use client';
import { Ellipsis, Eraser, Pause, Play, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { plural } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { ConfirmDialog } from '@/ui/dialog.tsx';
import { Menu, MenuItem } from '@/ui/menu.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { CleanAction, QueueState } from '../queue.schema.ts';
import { queueWords } from './queue-words.ts';

type Question = 'pause' | CleanAction;

/** Pause or resume a queue, and remove jobs of it; all but resuming is asked about first. */
export function QueueActions({ queue }: { queue: QueueState }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const { title, drained } = queueWords[queue.name];
  const utils = trpc.useUtils();
  const settled = async () => {
    setQuestion(null);
    await utils.queue.invalidate();
  };
  const onError = (error: unknown) => void toast.error(messageOf(error));
  const pause = trpc.queue.pause.useMutation({
    onSuccess: () => toast.success(`${title} paused`),
    onError,
    onSettled: settled,
  });
  const resume = trpc.queue.resume.useMutation({
    onSuccess: () => toast.success(`${title} resumed`),
    onError,
    onSettled: settled,
  });
  const clean = trpc.queue.clean.useMutation({
    onSuccess: ({ removed }) => toast.success(`${plural(removed, 'job')} removed`),
    onError,
    onSettled: settled,
  });
  return (
    <div className="flex shrink-0 items-center gap-1">
      {queue.paused ? (
        <Button
          size="sm"
          aria-label={`Resume ${title}`}
          pending={resume.isPending}
          onClick={() => resume.mutate({ queue: queue.name })}
        >
          <Play aria-hidden />
          Resume
        </Button>
      ) : (
        <Button
          variant="secondary"
          size="sm"
          aria-label={`Pause ${title}`}
          onClick={() => setQuestion('pause')}
        >
          <Pause aria-hidden />
          Pause
        </Button>
      )}
      <Menu
        trigger={
          <Button variant="ghost" size="icon-sm" aria-label={`More for ${title}`}>
            <Ellipsis aria-hidden />
          </Button>
        }
      >
        <MenuItem disabled={queue.completed === 0} onSelect={() => setQuestion('clean-completed')}>
          <Eraser aria-hidden />
          Clean completed jobs
        </MenuItem>
        <MenuItem disabled={queue.failed === 0} onSelect={() => setQuestion('clean-failed')}>
          <Eraser aria-hidden />
          Clean failed jobs
        </MenuItem>
        <MenuItem danger disabled={drained === null} onSelect={() => setQuestion('drain')}>
          <Trash2 aria-hidden />
          {drained === null ? 'Drain (would lose receipts)' : 'Drain'}
        </MenuItem>
      </Menu>
      <ConfirmDialog
        open={question !== null}
        onOpenChange={(open) => !open && setQuestion(null)}
        {...wordsOf(question ?? 'pause', queue)}
        pending={pause.isPending || clean.isPending}
        onConfirm={() => {
          if (question === 'pause') pause.mutate({ queue: queue.name });
          else if (question) clean.mutate({ queue: queue.name, action: question });
        }}
      />
    </div>
  );
}

function wordsOf(
  question: Question,
  queue: QueueState,
): { title: string; description: string; action: string; danger: boolean } {
  const { title, paused, drained } = queueWords[queue.name];
  switch (question) {
    case 'pause':
      return {
        title: `Pause ${title.toLowerCase()} for every workspace?`,
        description: `${paused} Jobs under way are finished, new ones wait, and nothing is lost. It stays paused until somebody resumes it.`,
        action: 'Pause queue',
        danger: false,
      };
    case 'clean-completed':
      return {
        title: `Remove ${plural(queue.completed, 'completed job')} of ${title.toLowerCase()}?`,
        description: 'They are over; only the record that they ran goes.',
        action: 'Remove completed jobs',
        danger: false,
      };
    case 'clean-failed':
      return {
        title: `Remove ${plural(queue.failed, 'failed job')} of ${title.toLowerCase()}?`,
        description: `Those of all workspaces, with their reasons; they cannot be retried afterwards.${drained === null ? ' The receipts in them are lost.' : ''}`,
        action: 'Remove failed jobs',
        danger: true,
      };
    case 'drain':
      return {
        title: `Drain ${title.toLowerCase()}?`,
        description: `${plural(queue.waiting + queue.delayed, 'job')} of all workspaces that wait are removed; those under way are finished. ${drained ?? ''}`,
        action: 'Drain queue',
        danger: true,
      };
  }
}
