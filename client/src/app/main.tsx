import '#ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '#platform/i18n';
import { setTextSize, textSize } from '#ui';
import { Application } from './application.tsx';

const container = document.getElementById('root');
if (container === null) throw new Error('The page has no #root.');

setTextSize(textSize());
await startLanguage();
createRoot(container).render(
  <StrictMode>
    <Application />
  </StrictMode>,
);
