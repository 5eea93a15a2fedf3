import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '#platform/i18n';
import { UiProvider } from '#ui';
import { createQueries } from './queries.ts';
import { createAppRouter } from './routes.tsx';

function start() {
  const queries = createQueries();
  return { queries, router: createAppRouter(queries) };
}

/** Everything the pages stand on: texts, controls, queries, routes. */
export function Application() {
  const { t } = useTranslation();
  const [{ queries, router }] = useState(start);
  const texts = {
    close: t('action.close'),
    cancel: t('action.cancel'),
    undo: t('action.undo'),
    retry: t('action.retry'),
    loading: t('control.loading'),
    slow: t('control.slow'),
    showPassword: t('control.showPassword'),
    dateFormat: t('control.dateFormat'),
    hours: t('control.hours'),
    minutes: t('control.minutes'),
  };
  return (
    <UiProvider texts={texts}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </UiProvider>
  );
}
