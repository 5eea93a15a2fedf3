import { testEngines } from '../support/engines.ts';
import { recordContract } from './record.suite.ts';

for (const engine of testEngines()) recordContract(engine);
