import { walkEveryPage } from './pages.ts';
import { wide } from './visit.ts';

walkEveryPage(wide);
