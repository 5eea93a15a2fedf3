import { testEngines } from '../support/engines.ts';
import { annotationsContract } from './annotations.suite.ts';

for (const engine of testEngines()) annotationsContract(engine);
