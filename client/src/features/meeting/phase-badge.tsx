import type { Phase } from '@hopso/shared/meeting';
import { useTranslation } from '#platform/i18n';
import { Badge, type Tone } from '#ui';

const tones: { readonly [phase in Phase]: Tone } = {
  draft: 'notice',
  published: 'info',
  inSession: 'good',
  paused: 'notice',
  ended: 'neutral',
  postponed: 'notice',
};

export function PhaseBadge({ phase }: { readonly phase: Phase }) {
  const { t } = useTranslation('home');
  return <Badge tone={tones[phase]}>{t(`phase.${phase}`)}</Badge>;
}
