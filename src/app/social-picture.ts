/** What other sites show with a link to us; made by `npm run brand`. */
export const socialPicture = {
  url: '/brand/social.png',
  width: 1200,
  height: 630,
  alt: 'A campaign in NexusFlow while it is being sent, with the figures of every message',
};
