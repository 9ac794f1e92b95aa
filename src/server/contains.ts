/**
 * A condition that a text holds `words`, in upper or lower case. It reads every row that the rest of the query leaves, so
 * that must be a workspace's few (campaigns, audiences, imports), never its customers.
 */
export const containsText = (words: string): { $regex: string; $options: 'i' } => ({
  $regex: words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  $options: 'i',
});
