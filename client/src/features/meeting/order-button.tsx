import type { Command } from '@hopso/shared/session';
import type { ComponentProps } from 'react';
import { Button, showToast } from '#ui';
import { IconLock } from '#ui/icons';
import { useReason } from './use-order.ts';

type ButtonProps = ComponentProps<typeof Button>;

interface OrderButtonProps extends Omit<ButtonProps, 'onClick'> {
  /** The order the button leads to; asked of the same guards that will judge it. */
  readonly order: Command['type'];
  readonly onPress: () => void;
}

/** A button that is never dead: where the order is not possible now it shows a lock, and pressing it says why. */
export function OrderButton({ order, onPress, tone, icon, ...rest }: OrderButtonProps) {
  const reason = useReason(order);
  if (reason === null) return <Button {...rest} {...(tone && { tone })} icon={icon} onClick={onPress} />;
  return (
    <Button
      {...rest}
      tone="outline"
      icon={<IconLock aria-hidden="true" />}
      aria-disabled="true"
      title={reason}
      onClick={() => showToast(reason)}
    />
  );
}
