import { testEngines } from '../support/engines.ts';
import { guardContract } from './guard.suite.ts';

for (const engine of testEngines()) guardContract(engine);
