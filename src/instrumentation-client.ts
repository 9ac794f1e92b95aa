import { config } from 'zod';

// Before any page's code: zod compiles its checks with `new Function`, which the pages' policy forbids. It would notice and
// do without, but only after a try that the browser reports as a violation.
config({ jitless: true });
