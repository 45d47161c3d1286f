import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** What a person does who no longer waits to be led to a place of the page. */
const ownWays = ['pointerdown', 'keydown', 'wheel'] as const;

const arriveAt = (id: string): boolean => {
  const place = document.getElementById(id);
  if (place === null) return false;
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
  place.scrollIntoView();
  place.focus({ preventScroll: true });
  return true;
};

/** Leads to the place that the address names after its #, once the page has read the data that the place is drawn from. */
export const useArrive = (): void => {
  const { pathname, hash } = useLocation();
  // The same place of another page is another place.
  const address = `${pathname}#${hash}`;
  useEffect(() => {
    const place = address.slice(address.indexOf('#') + 1);
    if (place === '' || arriveAt(place)) return undefined;
    const waiting = new MutationObserver(() => {
      if (arriveAt(place)) waiting.disconnect();
    });
    waiting.observe(document.body, { childList: true, subtree: true });
    const stop = () => waiting.disconnect();
    for (const way of ownWays) addEventListener(way, stop, { once: true });
    return () => {
      stop();
      for (const way of ownWays) removeEventListener(way, stop);
    };
  }, [address]);
};
