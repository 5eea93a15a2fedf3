import { getInstallation } from '@hopso/shared/installation';
import { ok } from '@hopso/shared/kernel';
import type { Clock } from '#platform/clock';
import { type Config, isLoopbackHost } from '#platform/config';
import type { Mount } from '#platform/http';

export interface InstallationOptions {
  readonly clock: Clock;
  readonly isDemo: boolean;
  readonly config: Pick<Config, 'secure' | 'host'>;
  readonly hasAdministrator: () => Promise<boolean>;
}

/** What every page may know of the installation before anybody signs in. */
export function mountInstallation(mount: Mount, options: InstallationOptions): void {
  const { clock, isDemo, config } = options;
  mount(getInstallation, async () =>
    ok({
      isDemo,
      isPlainHttp: !config.secure && !isLoopbackHost(config.host),
      hasAdministrator: await options.hasAdministrator(),
      now: clock.now(),
    }),
  );
}
