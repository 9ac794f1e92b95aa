'use client';
import { type CampaignStatus, campaignStatuses } from '@/lib/campaign-status.ts';
import { campaignStatusLabels } from '@/ui/campaign-status.tsx';
import { Choice, FilterRow, oldestFirst, SearchField } from '@/ui/filters.tsx';
import { anyText, oneOf } from '@/ui/use-address-filter.ts';
import { type CampaignTag, campaignTags } from '../tags/tags.schema.ts';

/** What the campaigns are narrowed to and how they are sorted; an empty text is no condition, and the newest first. */
interface CampaignFilter {
  search: string;
  status: CampaignStatus | '';
  tag: CampaignTag | '';
  sort: 'createdAt' | '';
}
export const ALL_CAMPAIGNS: CampaignFilter = { search: '', status: '', tag: '', sort: '' };

/** How they are read from the address. */
export const readers = {
  search: anyText,
  status: oneOf(campaignStatuses),
  tag: oneOf(campaignTags),
  sort: oneOf(['createdAt']),
};

const tags = campaignTags.map((value) => ({ value, label: value }));

/** Narrows the campaigns by name, status and tag, and turns their order round. */
export const CampaignFilters = ({
  filter,
  onChange,
}: {
  filter: CampaignFilter;
  onChange(filter: CampaignFilter): void;
}) => (
  <FilterRow>
    <SearchField
      label="Search campaigns"
      placeholder="Search by name"
      value={filter.search}
      onChange={(search) => onChange({ ...filter, search })}
    />
    <Choice
      label="Show campaigns with status"
      all="Any status"
      options={campaignStatusLabels}
      value={filter.status}
      onChange={(status) => onChange({ ...filter, status })}
      className="sm:w-52"
    />
    <Choice
      label="Show campaigns tagged"
      all="All tags"
      options={tags}
      value={filter.tag}
      onChange={(tag) => onChange({ ...filter, tag })}
    />
    <Choice
      label="Order"
      all="Newest first"
      options={oldestFirst}
      value={filter.sort}
      onChange={(sort) => onChange({ ...filter, sort })}
      className="sm:w-36"
    />
  </FilterRow>
);
