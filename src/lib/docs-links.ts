/** Where a page of the documentation is shown. */
export const docsPath = (page: { slug: string }): `/docs/${string}` => `/docs/${page.slug}`;

/** Pages of the documentation that the app points to, with the place on them where it matters. A test follows each. */
export const docsLinks = { home: '/docs' } as const;
