import './theme/styles.ts';
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { LiveRegions } from './announcer.tsx';
import { theme } from './theme/theme.ts';
import { ToastArea } from './toast.tsx';
import { type UiTexts, UiTextsContext } from './ui-texts.ts';

interface UiProviderProps {
  readonly texts: UiTexts;
  readonly children: ReactNode;
}

/** Wraps the whole application. Variables come from the generated file: nothing is injected at run time. */
export function UiProvider({ texts, children }: UiProviderProps) {
  return (
    <UiTextsContext value={texts}>
      <MantineProvider
        theme={theme}
        forceColorScheme="light"
        withCssVariables={false}
        withGlobalClasses={false}
      >
        {children}
        <ToastArea />
        <LiveRegions />
      </MantineProvider>
    </UiTextsContext>
  );
}
