/** What the palette shows: everything, what can be created, one's workspaces. */
export type PaletteView = 'all' | 'create' | 'workspaces';

export const viewWords: Record<PaletteView, { title: string; placeholder: string }> = {
  all: { title: 'Search or do', placeholder: 'Search customers, campaigns, audiences, or type what to do…' },
  create: { title: 'Create', placeholder: 'What to create…' },
  workspaces: { title: 'Switch workspace', placeholder: 'Find a workspace…' },
};
