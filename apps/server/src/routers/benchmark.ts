import {
  addBenchmark,
  addBenchmarkInput,
  withdrawBenchmark,
  withdrawBenchmarkInput,
} from '@noticeboard/domain/changes/benchmark';
import { nobodys } from '@noticeboard/domain/permissions';
import { change, router } from '../trpc.ts';

export const benchmarkRouter = router({
  add: change('plan.edit', addBenchmarkInput, () => nobodys, addBenchmark),
  withdraw: change('plan.edit', withdrawBenchmarkInput, () => nobodys, withdrawBenchmark),
});
