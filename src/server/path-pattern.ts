/** A word of ours: pages, endpoints, procedures (several, with commas, in one batch). Ids, tokens and addresses are none. */
const WORD = /^[A-Za-z][A-Za-z-]{0,30}(?:[.,][A-Za-z][A-Za-z-]{0,30})*$/;

/** A request's path for the log: without the query, and without what stands in it for a thing or person. */
export function pathPattern(url: string): string {
  const [path = ''] = url.split('?');
  return path
    .split('/')
    .map((part) => (part === '' || WORD.test(part) ? part : part === '_next' ? part : ':id'))
    .join('/')
    .slice(0, 300);
}
