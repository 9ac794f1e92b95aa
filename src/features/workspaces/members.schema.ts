import { z } from 'zod';
import { permissions, roles } from '../../server/permissions.ts';
import { emailSchema } from '../auth/auth.schema.ts';

export type { Permission, Role } from '../../server/permissions.ts';
export { roles };
/** Each permission with the least role that has it: the server's own table, for pages to show. */
export const roleTable = permissions;

export const roleSchema = z.enum(roles);

export const memberSchema = z.object({
  userId: z.string(),
  name: z.string().nullable(),
  email: z.string(),
  role: roleSchema,
  joinedAt: z.date(),
  /** Whether it is whoever asks. */
  isYou: z.boolean(),
});
export type Member = z.infer<typeof memberSchema>;

const userId = z.string().regex(/^[0-9a-f]{24}$/, 'is not a person’s id');
export const memberInput = z.object({ userId });
export const changeRoleInput = z.object({ userId, role: roleSchema });

/** Handing the workspace over: its name is typed, lest it happens by a slip. */
const confirmation = {
  confirmName: z.string(),
  /** Of whoever does it, if their account has one. */
  password: z.string().max(200).optional(),
};
export const transferInput = z.object({ userId, ...confirmation });
export const deleteWorkspaceInput = z.object(confirmation);

export const myWorkspaceSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  members: z.number().int(),
  isSample: z.boolean(),
  /** Whether the session is in it now. */
  isCurrent: z.boolean(),
});
export type MyWorkspace = z.infer<typeof myWorkspaceSchema>;

export const invitationStates = ['OPEN', 'ACCEPTED', 'REVOKED', 'EXPIRED'] as const;
export type InvitationState = (typeof invitationStates)[number];

export const invitationSchema = z.object({
  id: z.string(),
  /** To whom it was mailed; null: whoever has the link may follow it. */
  email: z.string().nullable(),
  role: roleSchema,
  state: z.enum(invitationStates),
  invitedBy: z.string().nullable(),
  acceptedBy: z.string().nullable(),
  createdAt: z.date(),
  expiresAt: z.date(),
});
export type Invitation = z.infer<typeof invitationSchema>;

/** With an address it goes there by mail, and nobody else may follow it. */
export const createInvitationInput = z.object({ role: roleSchema, email: emailSchema.optional() });

export const invitationListSchema = z.object({
  items: z.array(invitationSchema),
  /** Whether invitations can go out by mail from here. */
  mail: z.boolean(),
});

/** An invitation with its link, which is seen this once: only its hash is kept. Null where it went out by mail. */
export const sentInvitationSchema = invitationSchema.extend({ link: z.string().nullable() });
export type SentInvitation = z.infer<typeof sentInvitationSchema>;

const TOKEN = /^[\w-]{43}$/;
export const tokenInput = z.object({ token: z.string().regex(TOKEN, 'is not the token of an invitation') });

/** What whoever holds a link is told, signed in or not. */
export const openedInvitationSchema = z.object({
  state: z.enum(invitationStates),
  workspaceName: z.string(),
  role: roleSchema,
  invitedBy: z.string().nullable(),
  /** The address it is for, with its middle hidden. */
  email: z.string().nullable(),
  /** Whoever asks, if signed in: whether it is for them, and whether they are a member already. */
  you: z.object({ email: z.string(), fits: z.boolean(), isMember: z.boolean() }).nullable(),
});
export type OpenedInvitation = z.infer<typeof openedInvitationSchema>;

export const workspaceRefSchema = z.object({ id: z.string(), name: z.string() });
