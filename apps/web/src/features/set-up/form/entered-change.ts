import type { UseMutationOptions } from '@tanstack/react-query';
import type { Saved } from '../../../app/flash.tsx';

/**
 * Gives a change whose input is put together from the fields of a form. Which fields it needs is checked where they are
 * listed, and what they hold is checked by the server.
 */
export const enteredChange = <Receipt extends Saved>(options: {
  mutationFn?: ((input: never, context: never) => Promise<Receipt>) | undefined;
}): UseMutationOptions<Receipt, unknown, Record<string, unknown>> =>
  options as UseMutationOptions<Receipt, unknown, Record<string, unknown>>;
