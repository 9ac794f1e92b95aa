/** Every queue there is. Apart from the queues themselves, so that schemas and pages can name them without BullMQ. */
export const queueNames = [
  'imports',
  'audiences',
  'campaigns',
  'delivery',
  'receipts',
  'vendor-simulator',
  'maintenance',
  'words',
  'webhooks',
] as const;
export type QueueName = (typeof queueNames)[number];
