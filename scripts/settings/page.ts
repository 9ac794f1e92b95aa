interface Setting {
  key: string;
  /** As .env.example shows it; empty: not set. */
  value: string;
  meaning: string;
}

interface Section {
  title: string;
  settings: Setting[];
}

const HEADING = /^# ── (.+?) ─+$/;
const SETTING = /^([A-Z_]+)=(.*)$/;

const INTRODUCTION = `# Settings

Web, worker, migrations and commands read the same settings, from the environment or from a file \`.env\` beside
\`package.json\` (the environment wins). They are read once, when a process starts: after a change start it anew. Wrong ones are
named in one message and the process ends. An empty value means “not set”.

Production needs four: \`DATABASE_URL\`, \`REDIS_URL\`, \`NEXTAUTH_SECRET\` and \`NEXT_PUBLIC_APP_URL\`. All processes of one
installation must have the same values, apart from \`PORT\`, \`HOST\`, \`WORKER_PORT\`, \`WORKER_CONCURRENCY\` and \`LOG_LEVEL\`. How to
run it all: [operations](operations.md).

<!-- Written from .env.example by: npm run settings -->
`;

/** docs/settings.md for the text of .env.example. @throws Error where a key has no words above it */
export function settingsPage(example: string): string {
  const parts = readSections(example).map(
    ({ title, settings }) => `## ${title}\n\n${settings.map(paragraph).join('\n\n')}\n`,
  );
  return [INTRODUCTION, ...parts].join('\n');
}

function readSections(example: string): Section[] {
  const sections: Section[] = [];
  let comments: string[] = [];
  for (const line of example.split('\n')) {
    const title = HEADING.exec(line)?.[1];
    const [, key, value = ''] = SETTING.exec(line) ?? [];
    if (title) sections.push({ title, settings: [] });
    else if (key) sections.at(-1)?.settings.push({ key, value, meaning: said(key, comments) });
    comments = !title && line.startsWith('# ') ? [...comments, line.slice(2)] : [];
  }
  return sections;
}

function said(key: string, comments: readonly string[]): string {
  if (comments.length === 0) throw new Error(`.env.example says nothing above ${key}`);
  return comments.join(' ');
}

const paragraph = ({ key, value, meaning }: Setting): string =>
  `### ${key}\n\n${escaped(meaning)}\n\nDefault: ${value ? `\`${value}\`` : 'not set'}.`;

/** What would be taken for a tag, such as <app>, is shown as it is. */
const escaped = (text: string): string => text.replaceAll('<', '\\<').replaceAll('>', '\\>');
