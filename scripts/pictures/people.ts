import { issueApiKey } from '../../src/features/api-keys/api-keys.service.ts';
import { createUser } from '../../src/features/auth/auth.service.ts';
import { hideFirstSteps } from '../../src/features/onboarding/first-steps.service.ts';
import { getSample } from '../../src/features/onboarding/sample-workspace.service.ts';
import { createInvitation } from '../../src/features/workspaces/invitations.service.ts';
import { listMyWorkspaces } from '../../src/features/workspaces/my-workspaces.service.ts';
import { addMember, createWorkspaceFor } from '../../src/features/workspaces/workspaces.service.ts';
import type { Caller } from '../../src/server/permissions.ts';

export const LOGIN = { name: 'Robin Marlow', email: 'robin@marlow.example', password: 'a-shop-of-lanterns' };

/** Somebody who has just signed up. @returns their id */
export async function signUp(): Promise<string> {
  const user = await createUser(LOGIN);
  await createWorkspaceFor(user);
  return user.id;
}

/** Waits until the person's sample workspace is full. @returns who acts in it */
export async function fullSampleOf(userId: string): Promise<Caller> {
  const mine = await listMyWorkspaces({ sessionId: '', userId, workspaceId: null });
  const sample = mine.find(({ isSample }) => isSample);
  if (!sample) throw new Error('The person has no sample workspace');
  const caller: Caller = {
    workspaceId: sample.id,
    actor: `user:${userId}`,
    userId,
    sessionId: null,
    role: 'OWNER',
    scopes: null,
  };
  for (;;) {
    const state = await getSample(caller);
    if (state?.error) throw new Error(`The sample workspace was not filled: ${state.error}`);
    if (state?.doneAt) return caller;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** A colleague, somebody invited, and a key; and the notice about the sample put away. @returns the key, and the path of the invitation */
export async function bringCompany(caller: Caller): Promise<{ key: string; invitation: string }> {
  const { password } = LOGIN;
  await hideFirstSteps(caller, { hidden: true });
  const colleague = await createUser({ name: 'Asha Finch', email: 'asha@marlow.example', password });
  await addMember(caller.workspaceId, colleague.id, 'MARKETER');
  const { link } = await createInvitation(caller, { role: 'VIEWER' });
  await issueApiKey(caller.workspaceId, { name: 'Shop till', scopes: ['customers:write', 'orders:write'] });
  const { key } = await issueApiKey(caller.workspaceId, { name: 'Reports', scopes: ['all'] });
  return { key, invitation: new URL(link ?? '/', 'http://localhost').pathname };
}
