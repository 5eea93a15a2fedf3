import { z } from 'zod';
import { route } from '#kernel';

const installationSchema = z
  .object({
    /** Everything shown is invented: every page says so. */
    isDemo: z.boolean(),
    /** Served over plain HTTP outside this machine, so nothing is secret on the wire: every page says so. */
    isPlainHttp: z.boolean(),
    /** False in an empty installation: the sign-in page says how to create the first administrator. */
    hasAdministrator: z.boolean(),
    /** The server's clock, epoch ms. */
    now: z.int(),
  })
  .meta({ id: 'Installation' });
export type Installation = z.output<typeof installationSchema>;

export const getInstallation = route({
  method: 'get',
  path: '/api/installation',
  summary: 'What a page must know before anybody has signed in',
  permission: 'public',
  responses: { 200: installationSchema },
});
