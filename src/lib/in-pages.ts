/**
 * Gathers items into pages of `size`, keeping one page in memory. The last page is shorter than the others and may be
 * empty: whoever walks knows by it that the end was reached.
 */
export async function* inPages<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let page: T[] = [];
  for await (const item of items) {
    page.push(item);
    if (page.length < size) continue;
    yield page;
    page = [];
  }
  yield page;
}
