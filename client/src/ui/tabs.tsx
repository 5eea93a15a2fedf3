import { Tabs as MantineTabs } from '@mantine/core';
import '@mantine/core/styles/Tabs.css';
import type { ReactNode } from 'react';
import styles from './tabs.module.css';

interface TabDescription<Key extends string> {
  readonly key: Key;
  readonly label: ReactNode;
  readonly panel: ReactNode;
  readonly testId?: string;
}

interface TabsProps<Key extends string> {
  readonly label: string;
  readonly tabs: ReadonlyArray<TabDescription<Key>>;
  readonly value: Key;
  readonly onChange: (key: Key) => void;
}

/** Arrow keys move between tabs; only the open panel is mounted. */
export function Tabs<Key extends string>({ label, tabs, value, onChange }: TabsProps<Key>) {
  return (
    <MantineTabs
      value={value}
      keepMounted={false}
      classNames={{ list: styles.list ?? '', tab: styles.tab ?? '', panel: styles.panel ?? '' }}
      onChange={(next) => {
        const chosen = tabs.find((tab) => tab.key === next);
        if (chosen) onChange(chosen.key);
      }}
    >
      <MantineTabs.List aria-label={label}>
        {tabs.map((tab) => (
          <MantineTabs.Tab key={tab.key} value={tab.key} data-testid={tab.testId}>
            {tab.label}
          </MantineTabs.Tab>
        ))}
      </MantineTabs.List>
      {tabs.map((tab) => (
        <MantineTabs.Panel key={tab.key} value={tab.key}>
          {tab.panel}
        </MantineTabs.Panel>
      ))}
    </MantineTabs>
  );
}
