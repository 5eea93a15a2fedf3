import { Menu as MantineMenu } from '@mantine/core';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/Menu.css';
import './menu.css';
import { Fragment, type ReactElement, type ReactNode } from 'react';

interface MenuEntry {
  readonly key: string;
  readonly label: ReactNode;
  readonly icon?: ReactNode;
  readonly onSelect: () => void;
  readonly testId?: string;
}

interface MenuOption {
  readonly value: string;
  readonly label: ReactNode;
  readonly testId?: string;
}

/** Acts, or a set of options of which one holds. */
export type MenuSection =
  | { readonly key: string; readonly title?: string; readonly entries: readonly MenuEntry[] }
  | {
      readonly key: string;
      readonly title: string;
      readonly options: readonly MenuOption[];
      readonly value: string;
      readonly onChange: (value: string) => void;
    };

interface MenuProps {
  /** One button that opens the menu. */
  readonly trigger: ReactElement;
  readonly sections: readonly MenuSection[];
}

/** A menu of acts under a button; arrow keys, Escape and typing work inside. */
export function Menu({ trigger, sections }: MenuProps) {
  return (
    <MantineMenu
      position="bottom-end"
      shadow="md"
      width={300}
      withInitialFocusPlaceholder={false}
      transitionProps={{ duration: 100 }}
    >
      <MantineMenu.Target>{trigger}</MantineMenu.Target>
      <MantineMenu.Dropdown>
        {sections.map((section, index) => (
          <Fragment key={section.key}>
            {index > 0 && <MantineMenu.Divider />}
            {section.title && <MantineMenu.Label>{section.title}</MantineMenu.Label>}
            <Section section={section} />
          </Fragment>
        ))}
      </MantineMenu.Dropdown>
    </MantineMenu>
  );
}

function Section({ section }: { readonly section: MenuSection }) {
  if ('entries' in section) {
    return section.entries.map((entry) => (
      <MantineMenu.Item
        key={entry.key}
        leftSection={entry.icon}
        onClick={entry.onSelect}
        data-testid={entry.testId}
      >
        {entry.label}
      </MantineMenu.Item>
    ));
  }
  return (
    <MantineMenu.RadioGroup value={section.value} onChange={section.onChange}>
      {section.options.map((option) => (
        <MantineMenu.RadioItem
          key={option.value}
          value={option.value}
          closeMenuOnClick
          data-testid={option.testId}
        >
          {option.label}
        </MantineMenu.RadioItem>
      ))}
    </MantineMenu.RadioGroup>
  );
}
