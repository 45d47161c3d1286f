import { contactingFetch } from '../../app/last-contact.ts';

/** A person of the demonstration, whom anyone may be. */
export type DemonstrationPerson = { id: string; title: string; organisation: string; role: string };

const unreachable = 'Noticeboard can’t be reached. Check your connection, then try again.';

const post = async (path: string, body: object): Promise<Response | null> => {
  try {
    return await contactingFetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    return null;
  }
};

const sentenceOf = async (response: Response, otherwise: string): Promise<string> => {
  const answer = (await response.json().catch(() => null)) as { sentence?: unknown } | null;
  return typeof answer?.sentence === 'string' ? answer.sentence : otherwise;
};

/** Signs in; gives the sentence that says why not, or null once it is done. */
export const signInWithPassword = async (email: string, password: string): Promise<string | null> => {
  const response = await post('/api/auth/sign-in/email', { email, password });
  if (!response) return unreachable;
  if (response.ok) return null;
  if (response.status === 403) return sentenceOf(response, 'This account is suspended. Ask your administrator.');
  return sentenceOf(
    response,
    'The e-mail address or the password is wrong. Check both, or ask your administrator for a link to set a new password.',
  );
};

/** Signs in as a person of the demonstration; gives the sentence that says why not, or null once it is done. */
export const signInAs = async (accountId: string): Promise<string | null> => {
  const response = await post('/api/demo/sign-in', { accountId });
  if (!response) return unreachable;
  return response.ok ? null : sentenceOf(response, 'That person can’t be chosen now. Try another.');
};

/** Gives who can be chosen in the demonstration. */
export const demonstrationPeople = async (): Promise<DemonstrationPerson[]> => {
  const response = await contactingFetch('/api/demo/accounts');
  const { accounts } = (await response.json()) as { accounts: DemonstrationPerson[] };
  return accounts;
};
