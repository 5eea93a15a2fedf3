export { OwnReceipt } from './own-receipt.tsx';
export { useVoteSheet } from './use-vote-sheet.ts';
export { Verdict } from './verdict.tsx';
export { countKeys, countName, verdictBasis, verdictSentence } from './verdict-sentence.ts';
export { VoteButton } from './vote-button.tsx';
export { timeLeftOf, voteInHand, votesOnItem } from './vote-figures.ts';
export { VotePanel } from './vote-panel.tsx';
export { VoteSheet } from './vote-sheet.tsx';
