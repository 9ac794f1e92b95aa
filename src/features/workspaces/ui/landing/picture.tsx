import { cn } from '@/lib/cn.ts';

/** What `npm run pictures` takes for this page: WebP, 1280 by 800, in light and dark. */
export type PictureName = 'campaign-live' | 'imports' | 'audience' | 'preflight' | 'results' | 'dashboard';

/**
 * A picture of the product in the theme of the page: the browser fetches the one that shows alone.
 * @param first whether it is at the top of the page, where nothing should wait for it
 */
export const Picture = ({
  name,
  alt,
  first = false,
  className,
}: {
  name: PictureName;
  alt: string;
  first?: boolean;
  className?: string;
}) => (
  <span
    className={cn('block overflow-hidden rounded-xl border border-line bg-surface shadow-modal', className)}
  >
    {(['light', 'dark'] as const).map((theme) => (
      // biome-ignore lint/performance/noImgElement: made in its size and format already, and kept with the code
      <img
        key={theme}
        src={`/images/${name}-${theme}.webp`}
        alt={alt}
        width={1280}
        height={800}
        loading={first && theme === 'light' ? 'eager' : 'lazy'}
        fetchPriority={first && theme === 'light' ? 'high' : 'auto'}
        decoding="async"
        className={cn('h-auto w-full', theme === 'light' ? 'dark:hidden' : 'hidden dark:block')}
      />
    ))}
  </span>
);
