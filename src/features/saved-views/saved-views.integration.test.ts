import { ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../server/db.ts';
import type { Caller } from '../../server/permissions.ts';
import { closeRedis } from '../../server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../server/testing/workspace.ts';
import { createViewInput, MAX_VIEWS } from './saved-views.schema.ts';
import {
  createView,
  deleteView,
  listViews,
  restoreView,
  setDefaultView,
  updateView,
} from './saved-views.service.ts';

let caller: Caller;
let stranger: Caller;
const state = { filter: { countries: ['France'] }, sort: '-totalSpend' as const };
const names = async (as = caller) => (await listViews(as, 'customers')).map(({ name }) => name);
const make = (name: string, as = caller) => createView(as, { list: 'customers', name, state });

beforeAll(async () => {
  [caller, stranger] = await Promise.all([createTestWorkspace(), createTestWorkspace()]);
});
afterAll(async () => {
  await Promise.all([dropTestWorkspace(caller), dropTestWorkspace(stranger)]);
  await Promise.all([closeRedis(), closeDatabase()]);
});

describe('saved views', () => {
  it('are kept with filters, sorting and columns, and are the workspace’s alone', async () => {
    const columns = [{ id: 'name' as const, width: 240 }, { id: 'country' as const }];
    const view = await createView(caller, {
      list: 'customers',
      name: 'France',
      state: { ...state, columns },
    });
    expect(await listViews(caller, 'customers')).toEqual([view]);
    expect(view).toMatchObject({ name: 'France', state: { ...state, columns }, isDefault: false });
    expect(await names(stranger)).toEqual([]);
    for (const refused of [
      () => updateView(stranger, { id: view.id, name: 'Mine' }),
      () => deleteView(stranger, view.id),
      () => setDefaultView(stranger, { list: 'customers', id: view.id }),
    ])
      await expect(refused()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await make('France', stranger);
  });

  it('have names of their own, whatever the case', async () => {
    await expect(make('FRANCE')).rejects.toMatchObject({ code: 'CONFLICT', errors: [{ path: 'name' }] });
    const other = await make('Spain');
    await expect(updateView(caller, { id: other.id, name: 'france' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    expect(await updateView(caller, { id: other.id, name: 'SPAIN', state: {} })).toMatchObject({
      name: 'SPAIN',
      state: {},
    });
  });

  it('come back after they were deleted, unless their name is taken by then', async () => {
    const view = await make('To go');
    await setDefaultView(caller, { list: 'customers', id: view.id });
    await deleteView(caller, view.id);
    expect(await names()).not.toContain('To go');
    await expect(deleteView(caller, view.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await restoreView(caller, view.id)).toEqual({ ...view, isDefault: true });
    await deleteView(caller, view.id);
    await make('to GO');
    await expect(restoreView(caller, view.id)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(restoreView(stranger, view.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are the first thing one person sees, and not another', async () => {
    const [first, second] = await listViews(caller, 'customers');
    const colleague: Caller = { ...caller, userId: new ObjectId().toHexString(), role: 'VIEWER' };
    await setDefaultView(caller, { list: 'customers', id: first?.id ?? '' });
    await setDefaultView(caller, { list: 'customers', id: second?.id ?? '' });
    await setDefaultView(colleague, { list: 'customers', id: first?.id ?? '' });
    const defaults = async (as: Caller) =>
      (await listViews(as, 'customers')).filter(({ isDefault }) => isDefault).map(({ id }) => id);
    expect(await defaults(caller)).toEqual([second?.id]);
    expect(await defaults(colleague)).toEqual([first?.id]);
    await setDefaultView(caller, { list: 'customers', id: null });
    expect(await defaults(caller)).toEqual([]);
  });

  it('are changed by those alone who may change customers', async () => {
    await expect(make('Viewers', { ...caller, role: 'VIEWER' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('are at most 50', async () => {
    for (let n = (await names()).length; n < MAX_VIEWS; n += 1) await make(`View ${n}`);
    await expect(make('One more')).rejects.toThrow('50 views already');
  });

  it.each([
    ['an empty name', { name: ' ' }],
    ['a column twice', { state: { columns: [{ id: 'name' }, { id: 'name' }] } }],
    ['columns without the name', { state: { columns: [{ id: 'city' }] } }],
    ['a sort that is none', { state: { sort: 'phone' } }],
  ])('refuse %s', (_what, wrong) => {
    const input = { list: 'customers', name: 'A view', state: {}, ...wrong };
    expect(createViewInput.safeParse(input).success).toBe(false);
  });
});
