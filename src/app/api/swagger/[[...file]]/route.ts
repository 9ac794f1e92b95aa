import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { absolutePath } from 'swagger-ui-dist';
import { AppError } from '@/server/errors.ts';
import { route } from '@/server/http.ts';
import { policy } from '@/server/security-headers.ts';

/** The only files of the package that are served: nothing comes from outside, so the page works without internet. */
const files: Record<string, string> = {
  'swagger-ui.css': 'text/css',
  'swagger-ui-bundle.js': 'text/javascript',
  'favicon-32x32.png': 'image/png',
};

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>NexusFlow API</title>
<link rel="stylesheet" href="/api/swagger/swagger-ui.css"><link rel="icon" href="/api/swagger/favicon-32x32.png"></head>
<body><div id="swagger-ui"></div><script src="/api/swagger/swagger-ui-bundle.js"></script>
<script src="/api/swagger/start.js"></script></body>
</html>`;

/** A file of its own: the page's policy allows no code inside it. */
const start =
  "SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null });";

/** Scripts and style sheets are files of ours. Its pictures stand in the style sheet, and it draws some styles itself. */
const POLICY = policy({
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
});

export const GET = route<{ file?: string[] }>(async (_request, { file }) => {
  if (!file)
    return new Response(page, {
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY },
    });
  const name = file.join('/');
  if (name === 'start.js') return new Response(start, { headers: { 'content-type': 'text/javascript' } });
  const type = files[name];
  if (!type) throw new AppError('NOT_FOUND', 'There is no such file.');
  return new Response(new Uint8Array(await readFile(join(absolutePath(), name))), {
    headers: { 'content-type': type, 'cache-control': 'public, max-age=86400' },
  });
});
