import { writeFileSync } from 'node:fs';
import { openApiDocument } from '../src/api/openapi/document.ts';
import { say } from './lib/terminal.ts';
import { typesOf } from './openapi/types.ts';

// `npm run openapi`: writes the OpenAPI document and the types of a client for it. A test compares both with the code.

const document = openApiDocument();
writeFileSync('docs/openapi.json', `${JSON.stringify(document, null, 2)}\n`);
writeFileSync('e2e/client/schema.d.ts', await typesOf(document));
say('docs/openapi.json and e2e/client/schema.d.ts are up to date.');
process.exit(0);
