'use client';
import { Plus, X } from 'lucide-react';
import { Badge } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { Menu, MenuItem } from '@/ui/menu.tsx';
import { optimistic } from '@/ui/optimistic.ts';
import { trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import type { Campaign } from '../campaigns.schema.ts';
import { type CampaignTag, campaignTags } from '../tags/tags.schema.ts';

/** Tags to look at. */
export const TagBadges = ({ tags }: { tags: readonly CampaignTag[] }) =>
  tags.length > 0 && (
    <ul aria-label="Tags" className="flex flex-wrap gap-1">
      {tags.map((tag) => (
        <li key={tag}>
          <Badge>{tag}</Badge>
        </li>
      ))}
    </ul>
  );

/** A campaign's tags, each to be taken off, and others to be put on. What is decided here is not found otherwise again. */
export function CampaignTags({ campaign }: { campaign: Campaign }) {
  const may = useMay('campaigns:write');
  const utils = trpc.useUtils();
  const { id, tags } = campaign;
  const set = trpc.campaigns.setTags.useMutation({
    // One after the other: each says what all tags are.
    scope: { id: `tags-${id}` },
    ...optimistic(utils.campaigns.get, {
      input: (_: { tags: CampaignTag[] }) => ({ id }),
      read: (shown) => shown.tags,
      put: (shown, next) => ({ ...shown, tags: next }),
      wanted: ({ tags: next }) => next,
    }),
    onSuccess: () => void utils.campaigns.list.invalidate(),
  });
  const others = campaignTags.filter((tag) => !tags.includes(tag));
  if (!may) return <TagBadges tags={tags} />;
  return (
    <ul aria-label="Tags" className="flex flex-wrap items-center gap-1.5">
      {tags.map((tag) => (
        <li key={tag}>
          <Badge className="pr-0.5">
            {tag}
            <button
              type="button"
              aria-label={`Take off the tag ${tag}`}
              onClick={() => set.mutate({ id, tags: tags.filter((other) => other !== tag) })}
              className="flex size-6 items-center justify-center rounded-full hover:bg-line"
            >
              <X aria-hidden />
            </button>
          </Badge>
        </li>
      ))}
      {others.length > 0 && (
        <li>
          <Menu
            align="start"
            trigger={
              <Button variant="ghost" size="sm">
                <Plus aria-hidden />
                Tag
              </Button>
            }
          >
            <div className="max-h-72 overflow-y-auto">
              {others.map((tag) => (
                <MenuItem key={tag} onSelect={() => set.mutate({ id, tags: [...tags, tag] })}>
                  {tag}
                </MenuItem>
              ))}
            </div>
          </Menu>
        </li>
      )}
    </ul>
  );
}
