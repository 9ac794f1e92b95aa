/** By this header a page says which workspace it shows. */
export const PAGE_WORKSPACE_HEADER = 'x-nexusflow-workspace';

/** The answer to a page that shows another workspace than the session is in: nothing was done. */
export const PAGE_IS_OF_ANOTHER =
  'You have gone to another workspace meanwhile, and this page is of the one before. Load it anew.';
