import { useMutation, useQueryClient, type UseMutationOptions } from '@tanstack/react-query';
import { useFlash, type Saved } from './flash.tsx';
import { refusalOf, type Refusal } from './refusal.ts';

/** A change on its way: `save` sends it, `refusal` says why it was not taken. */
export type Changing<Input, Receipt> = {
  save: (input: Input) => Promise<Receipt | null>;
  saving: boolean;
  refusal: Refusal | null;
  /** Forgets the refusal, such as once a person has chosen between theirs and yours. */
  forget: () => void;
};

const signedOut =
  'You are signed out, so nothing was saved. Sign in in another tab, then save again here: what you typed is kept.';

const readable = (error: unknown): Refusal => {
  const refusal = refusalOf(error);
  return refusal.code === 'UNAUTHORIZED' ? { ...refusal, sentence: signedOut } : refusal;
};

/**
 * Sends changes of one kind: on success every page is read again, then "Saved by … at …" is shown; a refusal is given back
 * with its sentences, so that the form keeps what was typed.
 * @param options `trpc.action.edit.mutationOptions()`
 */
export const useChange = <Input, Receipt extends Saved>(
  options: UseMutationOptions<Receipt, unknown, Input> | Omit<UseMutationOptions<Receipt, never, Input>, 'onError'>,
): Changing<Input, Receipt> => {
  const client = useQueryClient();
  const { show } = useFlash();
  const { mutateAsync, isPending, error, reset } = useMutation({
    ...(options as UseMutationOptions<Receipt, unknown, Input>),
    // Part of the change: a form that saved must not be typed into, or sent again, while it still shows what was before.
    onSuccess: () => client.invalidateQueries(),
  });
  return {
    save: async (input) => {
      try {
        const receipt = await mutateAsync(input);
        show({ by: receipt.by, at: receipt.at });
        return receipt;
      } catch {
        // The refusal is in the mutation's state, where the form reads it.
        return null;
      }
    },
    saving: isPending,
    refusal: error === null ? null : readable(error),
    forget: reset,
  };
};
