import { Skeleton } from '../../components/skeleton.tsx';

/** Holds the place of the position: its title, the strip, three figures, the requirements and the areas. */
export const PositionSkeleton = () => (
  <div className="nb-position-skeleton">
    <Skeleton rows={1} height={66} />
    <Skeleton rows={1} height={330} />
    <Skeleton rows={1} height={120} />
    <Skeleton rows={10} height={44} />
    <Skeleton rows={10} height={52} />
  </div>
);
