import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { roles, type Role } from '@noticeboard/domain/scales';
import { formatDate } from '@noticeboard/domain/words';
import { useAddress } from '../../app/address.ts';
import { useSession } from '../../app/notice.ts';
import { PageFrame } from '../../app/page-frame.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { demonstrationPeople, signInAs, signInWithPassword } from './server.ts';

/** Goes where the person was heading; never to another website. */
const useEnter = () => {
  const client = useQueryClient();
  const router = useRouter();
  const { next = '/' } = useAddress();
  const inside = next.startsWith('/') && !next.startsWith('//') && !next.includes('\\') ? next : '/';
  return async () => {
    client.clear();
    await router.navigate({ href: inside });
  };
};

const roleOf = (role: string): string => (role in roles ? roles[role as Role].label : role);

const People = ({ onProblem }: { onProblem: (sentence: string) => void }) => {
  const { data: people, isError } = useQuery({ queryKey: ['demonstration'], queryFn: demonstrationPeople });
  const enter = useEnter();
  const be = async (id: string) => {
    const problem = await signInAs(id);
    if (problem === null) await enter();
    else onProblem(problem);
  };
  if (isError) return <p>The people of the demonstration could not be read. Reload the page.</p>;
  if (!people) return <Skeleton rows={8} height={52} />;
  return (
    <ul className="nb-people">
      {people.map(({ id, title, organisation, role }) => (
        <li key={id}>
          <span>
            <strong>{title}</strong>
            <br />
            <span className="nb-meta">
              {roleOf(role)}, {organisation}
            </span>
          </span>
          <Button kind="secondary" onClick={() => void be(id)}>
            Sign in<span className="govuk-visually-hidden"> as {title}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
};

const PasswordForm = ({
  problems,
  onProblems,
}: {
  problems: Readonly<Record<string, string>>;
  onProblems: (problems: Record<string, string>) => void;
}) => {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [sending, setSending] = useState(false);
  const enter = useEnter();
  const send = async () => {
    const missing = {
      ...(email.trim() === '' ? { email: 'Enter your e-mail address.' } : {}),
      ...(password === '' ? { password: 'Enter your password.' } : {}),
    };
    onProblems(missing);
    if (Object.keys(missing).length > 0) return;
    setSending(true);
    const problem = await signInWithPassword(email.trim(), password);
    setSending(false);
    if (problem === null) await enter();
    else onProblems({ email: problem });
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void send();
  };
  return (
    <form noValidate onSubmit={submit}>
      <TextInput
        id="email"
        label="E-mail address"
        type="email"
        autoComplete="username"
        spellCheck={false}
        value={email}
        error={problems['email']}
        onChange={setEmail}
      />
      <TextInput
        id="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        value={password}
        error={problems['password']}
        onChange={setPassword}
      />
      <Button type="submit" disabled={sending}>
        Sign in
      </Button>
      <p className="nb-meta">Forgot it? Your administrator can give you a link to set a new one.</p>
    </form>
  );
};

/** Signing in: by e-mail and password, and in the demonstration by choosing who to be. */
export const SignInPage = () => {
  const { data: session } = useSession();
  const [problems, setProblems] = useState<Record<string, string>>({});
  const demo = session?.mode === 'demo';
  return (
    <PageFrame>
      <ErrorSummary problems={problems} />
      <PageTitle
        title="Sign in"
        under="Noticeboard tracks an Improvement Notice: what it requires, what was done, and whether it helped."
      />
      <div className={demo ? 'nb-sign-in' : 'nb-form'}>
        {demo ? (
          <Section
            title="Choose who to be"
            intro={`A demonstration. It stands on ${formatDate(session.today)}. No password is needed.`}
          >
            <People onProblem={(sentence) => setProblems({ '': sentence })} />
          </Section>
        ) : null}
        <Section title="With your account">
          <PasswordForm problems={problems} onProblems={setProblems} />
        </Section>
      </div>
    </PageFrame>
  );
};
