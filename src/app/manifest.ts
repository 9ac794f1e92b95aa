import type { MetadataRoute } from 'next';

/** What a phone or desktop needs to keep the app as one of its own. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'NexusFlow',
    short_name: 'NexusFlow',
    description: 'A self-hosted CRM for shops',
    id: '/dashboard',
    start_url: '/dashboard',
    scope: '/',
    display: 'standalone',
    background_color: '#fafbfd',
    theme_color: '#3651cf',
    icons: [
      { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/brand/icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: '/brand/icon-512.png', type: 'image/png', sizes: '512x512' },
      { src: '/brand/icon-maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: 'New campaign', url: '/campaigns/new' },
      { name: 'Customers', url: '/customers' },
    ],
  };
}
