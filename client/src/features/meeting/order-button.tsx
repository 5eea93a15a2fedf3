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

/** A button for an order. */
export function OrderButton({ order, ...rest }: OrderButtonProps) {
  return <ReasonButton {...rest} reason={useReason(order)} />;
}

interface ReasonButtonProps extends Omit<OrderButtonProps, 'order'> {
  /** Why it cannot be pressed now; null: it can. */
  readonly reason: string | null;
}

/** A button that is never dead: where its act is not possible now it shows a lock, and pressing it says why. */
export function ReasonButton({ reason, onPress, tone, icon, ...rest }: ReasonButtonProps) {
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
