// First of all: what comes after it may need it.
import './shared/lib/oldest-browsers';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from './app/error-boundary';
import { Providers } from './app/providers';
import { router } from './app/router';
import { startTexts } from './shared/i18n/i18n';
import './app/app.css';
import './shared/ui/ui.css';

const place = document.getElementById('root');
if (!place) throw new Error('the page has no place for the application');

void startTexts().then(() =>
  createRoot(place).render(
    <StrictMode>
      <ErrorBoundary>
        <Providers>
          <RouterProvider router={router} />
        </Providers>
      </ErrorBoundary>
    </StrictMode>,
  ),
);
