import { expect, it } from 'vitest';
import { samePlace } from './other-workspace.ts';

it('a page has its like in another workspace; of a single thing there is only the list', () => {
  const places = [
    '/customers',
    '/campaigns/123/edit',
    '/settings/members',
    '/settings/vendors/1',
    '/',
    '/workspaces/new',
  ];
  expect(places.map(samePlace)).toEqual([
    '/customers',
    '/campaigns',
    '/settings/members',
    '/settings/vendors',
    '/dashboard',
    '/dashboard',
  ]);
});
