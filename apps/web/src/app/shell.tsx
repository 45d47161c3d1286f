import { Link, Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import type { Moment } from '@noticeboard/domain/moment';
import { formatInstant } from '@noticeboard/domain/words';
import { PageSkeleton } from '../components/skeleton.tsx';
import { MarksKey } from '../components/source-mark.tsx';
import { AsAtBar } from './as-at-bar.tsx';
import { ErasedRows } from './erased-rows.tsx';
import { useFlash } from './flash.tsx';
import { Header } from './header.tsx';
import { IdleWarning } from './idle-warning.tsx';
import { momentWords } from './moment-words.ts';
import { Navigation } from './navigation.tsx';
import { useNotice } from './notice.ts';
import { useArrive } from './use-arrive.ts';
import { useFollow } from './use-follow.ts';

/** Says who saved what is shown, and when. Spoken, without taking the focus from where the person is. */
const SavedBanner = () => {
  const { saved, show } = useFlash();
  return (
    <div role="status" className="nb-flash">
      {saved === null ? null : (
        <p className="nb-saved">
          <strong>Saved</strong> by {saved.by} on {formatInstant(saved.at)}
          <button type="button" className="nb-link-button" onClick={() => show(null)}>
            Hide<span className="govuk-visually-hidden"> this message</span>
          </button>
        </p>
      )}
    </div>
  );
};

const Fictional = () => (
  <section className="nb-fictional" aria-label="A fictional notice">
    <div className="govuk-width-container">
      <p>
        <strong>Fictional.</strong> This notice, its council and every figure in it are made up.
      </p>
    </div>
  </section>
);

/** Says that the notice is over, from the day of its lifting on. Looking back, nothing is said of what is open today. */
const Lifted = () => {
  const { frame, noticeId, day, lookingBack } = useNotice();
  const { lifted } = frame.notice;
  if (lifted === null || lifted.on > day) return null;
  return (
    <section className="nb-fictional" aria-label="A lifted notice">
      <div className="govuk-width-container">
        <p>
          <strong>{lookingBack ? lifted.words : lifted.withOpen}.</strong>{' '}
          {lookingBack ? '' : 'The plan stays open to changes; nobody is reminded by e-mail any more. '}
          <Link to="/n/$noticeId/course" params={{ noticeId }}>
            Course of the notice
          </Link>
        </p>
      </div>
    </section>
  );
};

const Footer = (moment: Moment) => (
  <footer className="nb-footer">
    <div className="govuk-width-container">
      <p>
        As at {momentWords(moment)}. SEND: special educational needs and disabilities. EHC plan: education, health and
        care plan. DfE: Department for Education. CQC: Care Quality Commission.
      </p>
    </div>
  </footer>
);

/** What stands around every page of a notice. */
export const Shell = () => {
  const { noticeId, frame, day, seq } = useNotice();
  useArrive();
  useFollow(noticeId);
  return (
    <>
      <Header />
      <Navigation />
      <AsAtBar />
      <ErasedRows />
      <Lifted />
      {frame.notice.nature === 'fictional' ? <Fictional /> : null}
      <section className="nb-key" aria-label="What the marks mean">
        <div className="govuk-width-container">
          <MarksKey />
        </div>
      </section>
      <main className="govuk-width-container nb-main" id="main" tabIndex={-1}>
        <SavedBanner />
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <Footer day={day} seq={seq} />
      <IdleWarning />
    </>
  );
};
