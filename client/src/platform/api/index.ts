export { call, fetchJson, onSignedOut, reportSignedOut } from './call.ts';
export { addressOf, type CallAnswer, type CallInput, endpoint } from './endpoint.ts';
export { asProblem, Problem } from './problem.ts';
export { sendFile } from './send-file.ts';
