import { testEngines } from '../support/engines.ts';
import { eventLogContract } from './event-log.suite.ts';

for (const engine of testEngines()) eventLogContract(engine);
