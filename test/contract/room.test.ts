import { testEngines } from '../support/engines.ts';
import { roomContract } from './room.suite.ts';

for (const engine of testEngines()) roomContract(engine);
