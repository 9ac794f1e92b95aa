/** A page of the documentation: a Markdown file of the repository, shown at /docs/<slug>. */
export interface DocsPage {
  slug: string;
  /** Path in the repository. */
  file: string;
  title: string;
  /** For search engines and the page of contents: one sentence. */
  description: string;
}

export interface DocsSection {
  title: string;
  pages: readonly DocsPage[];
}

const page = (slug: string, file: string, title: string, description: string): DocsPage => ({
  slug,
  file,
  title,
  description,
});

/** The pages in the order in which they are read. What is not here is no page: nothing else of the disk is ever read. */
export const docsSections: readonly DocsSection[] = [
  {
    title: 'Begin here',
    pages: [
      page(
        'quick-start',
        'docs/guide/quick-start.md',
        'Quick start',
        'From nothing to a campaign that is being delivered, in about ten minutes.',
      ),
      page(
        'concepts',
        'docs/guide/concepts.md',
        'Concepts',
        'Workspace, customer, audience, campaign, ledger: the words of the app and what they mean.',
      ),
    ],
  },
  {
    title: 'For marketers',
    pages: [
      page(
        'csv',
        'docs/guide/csv.md',
        'CSV files',
        'What files of customers and orders look like, how they are checked, and how an import is undone.',
      ),
      page('rules', 'docs/guide/rules.md', 'Rules', 'What the rules of an audience can say, with examples.'),
      page(
        'templates',
        'docs/guide/templates.md',
        'Templates',
        'How to write a message that speaks of each customer.',
      ),
      page(
        'campaigns',
        'docs/guide/campaigns.md',
        'Campaigns',
        'Preflight, several texts, holdout, delivery, and what a campaign earned and changed.',
      ),
      page(
        'people',
        'docs/guide/people.md',
        'Customers and members',
        'Lists and views, tags, suppressions; who in the workspace may do what.',
      ),
      page(
        'privacy',
        'docs/privacy.md',
        'Privacy',
        'What is kept of people, for how long, how it is handed out and how it is erased.',
      ),
    ],
  },
  {
    title: 'For developers',
    pages: [
      page(
        'api',
        'docs/guide/api.md',
        'API',
        'Keys, lists, idempotency, versions, errors and limits: what all calls have in common.',
      ),
      page(
        'vendors',
        'docs/vendors.md',
        'Vendors and webhooks',
        'Connecting who delivers messages: requests, receipts, signatures, the simulator, webhooks out.',
      ),
    ],
  },
  {
    title: 'For operators',
    pages: [
      page(
        'operations',
        'docs/operations.md',
        'Operations',
        'From the first server to many: proxies, what to watch, back-ups, upgrades, keys, common problems.',
      ),
      page(
        'settings',
        'docs/settings.md',
        'Settings',
        'Every setting: what it is for, what it is by default, who reads it.',
      ),
    ],
  },
  {
    title: 'How it is made',
    pages: [
      page(
        'architecture',
        'docs/architecture.md',
        'Architecture',
        'The processes, a campaign from launch to last receipt, and where things live in the code.',
      ),
      page(
        'decisions',
        'docs/decisions/README.md',
        'Decisions',
        'Why things are as they are, where one might expect otherwise.',
      ),
      page(
        'benchmark',
        'docs/benchmark.md',
        'Benchmark',
        'How fast it is beside other designs, and how to read the figures.',
      ),
      page(
        'evaluation',
        'docs/evaluation.md',
        'Words to rules, judged',
        'How well plain words become rules, and how that is measured.',
      ),
      page('contributing', 'CONTRIBUTING.md', 'Contributing', 'How to set up, test and send a change.'),
      page('changelog', 'CHANGELOG.md', 'Changelog', 'What changed, newest first.'),
    ],
  },
];

/** All pages in reading order. */
export const docsPages: readonly DocsPage[] = docsSections.flatMap((section) => section.pages);
