import { z } from 'zod';
import { route } from '#kernel';
import { longestPassword } from './password.ts';

const id = z.string().min(1).max(64);
const instant = z.int();
/** Judged by `checkPassword`; here only bounded, so that nobody makes the server hash a novel. */
const password = z
  .string()
  .min(1)
  .max(longestPassword * 4);
const meetingParam = z.object({ meeting: id });
const personParam = z.object({ person: id });
const administrators = ['administrator'] as const;

export const systemRoles = ['administrator', 'unitSecretary', 'member', 'viewer'] as const;

const roleSchema = z
  .strictObject({
    role: z.enum(systemRoles),
    /** Null: for the whole installation. */
    unitId: id.nullable(),
  })
  .meta({ id: 'RoleGrant' });
export type RoleGrant = z.output<typeof roleSchema>;

const signedInSchema = z
  .object({
    signedIn: z.literal(true),
    personId: id,
    /** Null for a person without an account who came in by a meeting code. */
    userName: z.string().nullable(),
    name: z.string(),
    post: z.string(),
    unitId: id,
    unit: z.string(),
    roles: z.array(roleSchema),
    passwordChangeRequired: z.boolean(),
    /** The one meeting this sign-in opens; null: everything the person may see. */
    meetingScope: id.nullable(),
    expiresAt: instant,
  })
  .meta({ id: 'SignedIn' });
export type SignedIn = z.output<typeof signedInSchema>;

const meSchema = z.discriminatedUnion('signedIn', [
  signedInSchema,
  z.object({ signedIn: z.literal(false) }).meta({ id: 'SignedOut' }),
]);
export type Me = z.output<typeof meSchema>;

export const signIn = route({
  method: 'post',
  path: '/api/sign-in',
  summary: 'Signs in with user name and password; sets the session cookie',
  permission: 'public',
  body: z.strictObject({ userName: z.string().max(100), password }),
  responses: { 200: signedInSchema },
});

export const redeemMeetingCode = route({
  method: 'post',
  path: '/api/sign-in/code',
  summary: 'Signs in to one meeting with a "Mã vào họp"; `ticket` comes from its QR',
  permission: 'public',
  body: z.strictObject({ code: z.string().regex(/^\d{6}$/), ticket: z.string().max(64).optional() }),
  responses: { 200: signedInSchema },
});

export const getMe = route({
  method: 'get',
  path: '/api/me',
  summary: 'Who is signed in here, if anybody',
  permission: 'public',
  responses: { 200: meSchema },
});

export const signOut = route({
  method: 'post',
  path: '/api/sign-out',
  summary: 'Ends this sign-in',
  permission: 'session',
  narrowsToMeeting: true,
  responses: { 204: null },
});

export const signOutEverywhere = route({
  method: 'post',
  path: '/api/sign-out/everywhere',
  summary: 'Ends every sign-in of the caller, this one included',
  permission: 'session',
  responses: { 204: null },
});

export const changePassword = route({
  method: 'post',
  path: '/api/me/password',
  summary: "Changes the caller's password; ends the other sign-ins and renews this one",
  permission: 'session',
  body: z.strictObject({ currentPassword: password, newPassword: password }),
  responses: { 200: signedInSchema },
});

const accountSchema = z
  .object({
    personId: id,
    userName: z.string(),
    name: z.string(),
    post: z.string(),
    unitId: id,
    unit: z.string(),
    disabled: z.boolean(),
    /** The first or a reset password has not been changed yet. */
    mustChange: z.boolean(),
    /** Waiting after failures. */
    lockedUntil: instant.nullable(),
    roles: z.array(roleSchema),
  })
  .meta({ id: 'Account' });
export type Account = z.output<typeof accountSchema>;

/** The password is in this answer and nowhere else. */
const newPasswordSchema = z.object({ account: accountSchema, initialPassword: z.string() });

export const listAccounts = route({
  method: 'get',
  path: '/api/users',
  summary: 'Every account, by name; `search` folds marks and đ',
  permission: administrators,
  query: z.strictObject({ search: z.string().max(100).optional() }),
  responses: { 200: z.object({ accounts: z.array(accountSchema) }) },
});

export const createAccount = route({
  method: 'post',
  path: '/api/users',
  summary: 'Gives a person an account; answers its first password once',
  permission: administrators,
  body: z.strictObject({ personId: id, userName: z.string().max(100), roles: z.array(roleSchema).max(50) }),
  responses: { 201: newPasswordSchema },
});

export const editAccount = route({
  method: 'patch',
  path: '/api/users/:person',
  summary: 'Changes the user name, disables or enables; disabling ends every sign-in',
  permission: administrators,
  params: personParam,
  body: z.strictObject({ userName: z.string().max(100).optional(), disabled: z.boolean().optional() }),
  responses: { 200: accountSchema },
});

export const setRoles = route({
  method: 'put',
  path: '/api/users/:person/roles',
  summary: 'Replaces the roles; a change ends every sign-in of the person',
  permission: administrators,
  params: personParam,
  body: z.strictObject({ roles: z.array(roleSchema).max(50) }),
  responses: { 200: accountSchema },
});

export const resetPassword = route({
  method: 'post',
  path: '/api/users/:person/password',
  summary: 'Gives a new first password, answered once; ends every sign-in of the person',
  permission: administrators,
  params: personParam,
  responses: { 200: newPasswordSchema },
});

export const unlockAccount = route({
  method: 'post',
  path: '/api/users/:person/unlock',
  summary: 'Ends the waiting after failures',
  permission: administrators,
  params: personParam,
  responses: { 204: null },
});

export const endSignIns = route({
  method: 'post',
  path: '/api/users/:person/sign-out',
  summary: 'Ends every sign-in of the person',
  permission: administrators,
  params: personParam,
  responses: { 204: null },
});

export const issueMeetingCode = route({
  method: 'post',
  path: '/api/meetings/:meeting/codes',
  summary: 'Issues a "Mã vào họp" to a participant: once, 15 minutes, this meeting only',
  permission: 'desk',
  params: meetingParam,
  body: z.strictObject({ person: id }),
  responses: {
    201: z.object({
      code: z.string(),
      /** The same sign-in as a link, for the QR. */
      link: z.string(),
      /** The link as a drawing (SVG). */
      qr: z.string(),
      expiresAt: instant,
    }),
  },
});

export const unlockParticipant = route({
  method: 'post',
  path: '/api/meetings/:meeting/unlock',
  summary: "Ends the waiting of a participant's account after failures",
  permission: 'desk',
  params: meetingParam,
  body: z.strictObject({ person: id }),
  responses: { 204: null },
});

const screenLinkSchema = z
  .object({ id, hint: z.string(), createdBy: id, createdAt: instant })
  .meta({ id: 'ScreenLink' });

export const listScreens = route({
  method: 'get',
  path: '/api/meetings/:meeting/screens',
  summary: 'Hall screen links of a meeting that are in force',
  permission: 'desk',
  params: meetingParam,
  responses: { 200: z.object({ screens: z.array(screenLinkSchema) }) },
});

export const createScreen = route({
  method: 'post',
  path: '/api/meetings/:meeting/screens',
  summary: 'Makes a link for a hall screen; the link is in this answer and nowhere else',
  permission: 'desk',
  params: meetingParam,
  responses: { 201: screenLinkSchema.extend({ url: z.string() }) },
});

export const revokeScreen = route({
  method: 'delete',
  path: '/api/meetings/:meeting/screens/:screen',
  summary: 'Withdraws a hall screen link; screens that use it go dark',
  permission: 'desk',
  params: meetingParam.extend({ screen: id }),
  responses: { 204: null },
});
