import { readFileSync, writeFileSync } from 'node:fs';
import { say } from './lib/terminal.ts';
import { settingsPage } from './settings/page.ts';

// Writes docs/settings.md from .env.example, in which each key is explained; src/env.test.ts compares that with the code.
writeFileSync('docs/settings.md', settingsPage(readFileSync('.env.example', 'utf8')));
say('docs/settings.md written');
