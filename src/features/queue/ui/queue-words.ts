import type { QueueName } from '../queue.schema.ts';

interface Words {
  title: string;
  /** What its jobs do. */
  what: string;
  /** What stands still while it is paused. */
  paused: string;
  /** What becomes of jobs that are drained; null where draining would lose something. */
  drained: string | null;
}

const ledger =
  'No message is lost: every recipient has a row that says what is left to do, and within about a minute the sweep gives it a new job. To stop a campaign for good, cancel the campaign.';

/** The queues in words people know. */
export const queueWords: Record<QueueName, Words> = {
  imports: {
    title: 'Imports',
    what: 'Bring files of customers and orders in',
    paused: 'Uploaded files wait; no customer or order is brought in from a file.',
    drained:
      'No row is lost: files and how far they were read are kept, and the sweep gives unfinished imports a new job.',
  },
  audiences: {
    title: 'Audiences',
    what: 'Take snapshots, keep daily counts and RFM scores',
    paused: 'Snapshots stay unfinished; daily counts and RFM scores are as they last were.',
    drained:
      'Nothing is lost: within about a minute the sweep gives unfinished snapshots a new job, and counts and scores follow within the hour.',
  },
  campaigns: {
    title: 'Campaigns',
    what: 'Write down who gets a campaign',
    paused: 'Launched and scheduled campaigns wait in “Preparing”; those being sent go on.',
    drained: ledger,
  },
  delivery: {
    title: 'Delivery',
    what: 'Hand messages to the vendors, batch by batch',
    paused: 'No campaign of any workspace sends.',
    drained: ledger,
  },
  receipts: {
    title: 'Receipts',
    what: 'Enter what vendors report of messages',
    paused: 'What vendors report is taken and waits; campaigns stay at “Sent” and do not complete.',
    drained: null,
  },
  'vendor-simulator': {
    title: 'Vendor simulator',
    what: 'Send the receipts of simulated deliveries',
    paused: 'The simulator goes on taking messages and reports nothing; its campaigns do not complete.',
    drained: null,
  },
  maintenance: {
    title: 'Maintenance',
    what: 'The sweep takes up what lost processes left',
    paused: 'Work of processes that died is not taken up again, and overdue campaigns do not complete.',
    drained: 'Nothing is lost: the sweep runs again within ten seconds.',
  },
  words: {
    title: 'Words',
    what: 'Write campaigns’ summaries and let the AI service choose tags',
    paused: 'Campaigns that complete have no summary yet, and keep the tags found without AI.',
    drained:
      'Tags stay as they were found; a summary is written when somebody asks for it on the campaign’s page.',
  },
  webhooks: {
    title: 'Webhooks',
    what: 'Tell other systems of events',
    paused: 'Events wait and are sent later; nothing is lost.',
    drained:
      'No event is lost: each is kept until it was taken, and within half a minute the sweep gives it a new job.',
  },
};
