import type { getInstallation } from '@hopso/shared/installation';
import { queryOptions } from '@tanstack/react-query';
import { call, endpoint } from '#platform/api';
import { setServerNow } from '#platform/clock';

const getInstallationEndpoint = endpoint<typeof getInstallation>('get', '/api/installation');

/** What this server is: a demonstration, an empty installation, its clock. */
export const installationQuery = queryOptions({
  queryKey: ['installation'],
  queryFn: async ({ signal }) => {
    const installation = await call(getInstallationEndpoint, {}, { signal });
    setServerNow(installation.now);
    return installation;
  },
  staleTime: Number.POSITIVE_INFINITY,
});
