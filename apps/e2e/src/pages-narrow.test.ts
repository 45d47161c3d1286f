import { walkEveryPage } from './pages.ts';
import { narrow } from './visit.ts';

walkEveryPage(narrow);
