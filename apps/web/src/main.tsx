import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './main.scss';

const root = document.querySelector('#root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <h1 className="govuk-heading-l">Noticeboard</h1>
    </StrictMode>,
  );
}
