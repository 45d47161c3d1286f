import { walkEveryPage } from './pages.ts';

walkEveryPage(0);
