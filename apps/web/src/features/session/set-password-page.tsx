import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { PageFrame } from '../../app/page-frame.tsx';
import { refusalOf } from '../../app/refusal.ts';
import { trpc } from '../../app/trpc.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { TextInput } from '../../components/text-input.tsx';

const { usePasswordLink: setByLink } = trpc.account;

/** Sets a password by the one-time link that an administrator gave; its token is the fragment, which no server sees or logs. */
export const SetPasswordPage = () => {
  const [token] = useState(() => location.hash.slice(1));
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [problems, setProblems] = useState<Record<string, string>>({});
  const { mutateAsync, isPending, isSuccess } = useMutation(setByLink.mutationOptions());
  const send = async () => {
    const wrong: Record<string, string> = {};
    if (password === '') wrong['password'] = 'Enter a password.';
    else if (password !== again) wrong['again'] = 'The two passwords differ. Enter the same one twice.';
    setProblems(wrong);
    if (Object.keys(wrong).length > 0) return;
    try {
      await mutateAsync({ token, password });
    } catch (error) {
      const { sentence, fields } = refusalOf(error);
      setProblems(fields['password'] === undefined ? { '': sentence } : { password: fields['password'] });
    }
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void send();
  };
  if (isSuccess) {
    return (
      <PageFrame>
        <PageTitle title="Your password is set" />
        <p>
          <Link to="/sign-in">Sign in with it</Link>
        </p>
      </PageFrame>
    );
  }
  if (token === '') {
    return (
      <PageFrame>
        <PageTitle title="This link is not complete" />
        <p>Copy the whole link that your administrator gave you into your browser, or ask for another one.</p>
      </PageFrame>
    );
  }
  return (
    <PageFrame>
      <ErrorSummary problems={problems} />
      <PageTitle title="Set your password" />
      <form className="nb-form" noValidate onSubmit={submit}>
        <TextInput
          id="password"
          label="New password"
          hint="15 characters or more. Three or four words that do not belong together are easy to keep."
          type="password"
          autoComplete="new-password"
          value={password}
          error={problems['password']}
          onChange={setPassword}
        />
        <TextInput
          id="again"
          label="The same password again"
          type="password"
          autoComplete="new-password"
          value={again}
          error={problems['again']}
          onChange={setAgain}
        />
        <Button type="submit" disabled={isPending}>
          Set password
        </Button>
      </form>
    </PageFrame>
  );
};
