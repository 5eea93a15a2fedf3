import { type CopyEntry, isOut } from '@hopso/shared/copies';
import type { MeetingView, OpenItemView } from '@hopso/shared/session';
import { useState } from 'react';
import { listed } from '#attendance';
import { OrderButton, useOrder } from '#meeting';
import { useTranslation } from '#platform/i18n';
import { Button, SelectField, TextField } from '#ui';
import styles from './copies.module.css';
import { nextFree, numbersOf, receiversOf, waitingFor } from './copies.ts';
import { CopyTable } from './copy-table.tsx';

interface CopyRegisterProps {
  readonly view: MeetingView;
  readonly item: OpenItemView;
}

/** Who has which copy: handing out, collecting, and taking back a wrong entry. */
export function CopyRegister({ view, item }: CopyRegisterProps) {
  const { t } = useTranslation('copies');
  const order = useOrder();
  const entries = view.copies?.[item.id] ?? [];
  const out = entries.filter(isOut);
  const isOpen = view.meeting.phase !== 'ended' && item.state !== 'withdrawn';
  const collect = (back: readonly CopyEntry[]) =>
    void order({
      type: 'CollectCopies',
      item: item.id,
      copies: back.map(({ copy, personId }) => ({ copy, from: personId })),
    });
  return (
    <section className={styles.register} aria-label={t('title')} data-testid="copy-register">
      <h3 className={styles.heading}>{t('title')}</h3>
      {isOpen && <HandOut view={view} item={item} entries={entries} />}
      <p className={styles.out} role="status" data-testid="copies-out">
        {standing(entries, out)}
      </p>
      {out.length > 1 && (
        <div className={styles.acts}>
          <OrderButton
            order="CollectCopies"
            tone="soft"
            onPress={() => collect(out)}
            testId="copies-collect-all"
          >
            {t('collectAll', { n: out.length })}
          </OrderButton>
        </div>
      )}
      {entries.length > 0 && (
        <CopyTable entries={entries} acts={(entry) => <Acts {...{ entry, entries, item, collect }} />} />
      )}
    </section>
  );

  function standing(all: readonly CopyEntry[], inHand: readonly CopyEntry[]): string {
    if (inHand.length > 0) return t('out', { ds: numbersOf(inHand.map(({ copy }) => copy)) });
    return t(all.some(({ correctedAt }) => correctedAt === null) ? 'allBack' : 'none');
  }
}

interface HandOutProps extends CopyRegisterProps {
  readonly entries: readonly CopyEntry[];
}

/** The next free number stands there; a receiver is chosen, or all members in the room get one each. */
function HandOut({ view, item, entries }: HandOutProps) {
  const { t } = useTranslation('copies');
  const order = useOrder();
  const [number, setNumber] = useState<string | null>(null);
  const [receiver, setReceiver] = useState<string | null>(null);
  const free = nextFree(entries);
  const people = listed(view);
  const waiting = waitingFor(people, item, entries);
  const copy = Number(number ?? free);
  const isNumber = Number.isInteger(copy) && copy >= 1 && copy <= 999;
  async function handOut() {
    if (receiver === null || !isNumber) return;
    const copies = [{ copy, to: receiver }];
    if ((await order({ type: 'HandOutCopies', item: item.id, copies })) === null) return;
    setNumber(null);
    setReceiver(null);
  }
  const handOutAll = () => {
    const copies = waiting.map(({ personId }, index) => ({ copy: free + index, to: personId }));
    void order({ type: 'HandOutCopies', item: item.id, copies });
  };
  return (
    <>
      <div className={styles.entry}>
        <TextField
          label={t('number')}
          inputMode="numeric"
          maxLength={3}
          error={isNumber ? undefined : t('numberFault')}
          value={number ?? String(free)}
          onChange={setNumber}
          testId="copy-number"
        />
        <SelectField
          label={t('receiver')}
          searchable
          emptyText={t('noMatch')}
          options={receiversOf(people, item).map(({ personId, name, post }) => ({
            value: personId,
            label: post === '' ? name : `${name} – ${post}`,
          }))}
          value={receiver}
          onChange={setReceiver}
          testId="copy-receiver"
        />
        <OrderButton
          order="HandOutCopies"
          tone="primary"
          onPress={() => void handOut()}
          testId="copy-hand-out"
        >
          {t('handOut')}
        </OrderButton>
      </div>
      {waiting.length > 0 && (
        <div className={styles.acts}>
          <OrderButton order="HandOutCopies" tone="soft" onPress={handOutAll} testId="copies-hand-out-all">
            {t('handOutAll', { n: waiting.length })}
          </OrderButton>
        </div>
      )}
    </>
  );
}

interface ActsProps {
  readonly entry: CopyEntry;
  readonly entries: readonly CopyEntry[];
  readonly item: OpenItemView;
  readonly collect: (back: readonly CopyEntry[]) => void;
}

/** Of an entry in hand: collect, or it was a mistake; of the last one of a copy that is back: it is not. */
function Acts({ entry, entries, item, collect }: ActsProps) {
  const { t } = useTranslation('copies');
  const order = useOrder();
  const last = entries.findLast(({ copy, correctedAt }) => copy === entry.copy && correctedAt === null);
  if (last !== entry) return null;
  const correct = (what: 'handedOut' | 'collected') =>
    void order({
      type: 'CorrectCopy',
      item: item.id,
      copy: entry.copy,
      holder: entry.personId,
      entry: what,
    });
  const n = entry.copy;
  if (!isOut(entry))
    return (
      <Button
        tone="plain"
        aria-label={t('wrongCollectOf', { n })}
        onClick={() => correct('collected')}
        testId={`copy-not-back-${n}`}
      >
        {t('wrongCollect')}
      </Button>
    );
  return (
    <div className={styles.rowActs}>
      <Button
        tone="soft"
        aria-label={t('collectOf', { n })}
        onClick={() => collect([entry])}
        testId={`copy-collect-${n}`}
      >
        {t('collect')}
      </Button>
      <Button
        tone="plain"
        aria-label={t('wrongHandOutOf', { n })}
        onClick={() => correct('handedOut')}
        testId={`copy-mistake-${n}`}
      >
        {t('wrongHandOut')}
      </Button>
    </div>
  );
}
