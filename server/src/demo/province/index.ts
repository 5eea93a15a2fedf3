export { ACCOUNTS, DEMO_PASSWORD } from './accounts.ts';
export { DEMO_NOW, DemoTime } from './demo-time.ts';
export { DEMO_FROM, seedProvince } from './seed.ts';
