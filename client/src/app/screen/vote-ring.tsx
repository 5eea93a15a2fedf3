import styles from './hall.module.css';

const RADIUS = 45;
const LENGTH = 2 * Math.PI * RADIUS;

interface VoteRingProps {
  readonly voted: number;
  readonly electors: number;
}

/** How many of those who may vote have done so, as a ring that closes. */
export function VoteRing({ voted, electors }: VoteRingProps) {
  const share = electors === 0 ? 0 : voted / electors;
  return (
    <svg viewBox="0 0 100 100" className={styles.ring} aria-hidden="true">
      <circle cx="50" cy="50" r={RADIUS} className={styles.ringTrack} />
      <circle
        cx="50"
        cy="50"
        r={RADIUS}
        className={styles.ringDone}
        strokeDasharray={`${LENGTH * share} ${LENGTH}`}
        transform="rotate(-90 50 50)"
      />
      <text x="50" y="50" className={styles.ringText}>
        {voted}/{electors}
      </text>
    </svg>
  );
}
