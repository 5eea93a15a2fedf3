import { testEngines } from '../support/engines.ts';
import { dbContract } from './db.suite.ts';

for (const engine of testEngines()) dbContract(engine);
