/** What is known of a camera that was in use; null and '' where the browser does not tell. */
export interface CameraIdentity {
  readonly deviceId: string | null;
  readonly label: string;
}

/**
 * The id under which a lost camera is listed again, or null while it is away. Some systems give a camera another id in another
 * socket: then its name tells, unless a camera of that name was there all the time.
 * @param others ids of the cameras that were listed while it was away
 */
export function sameCamera(
  lost: CameraIdentity,
  cameras: readonly { readonly deviceId: string; readonly label: string }[],
  others: readonly string[],
): string | null {
  const byId = cameras.find(({ deviceId }) => deviceId === lost.deviceId);
  const byName = cameras.find(
    ({ deviceId, label }) => lost.label !== '' && label === lost.label && !others.includes(deviceId),
  );
  return (byId ?? byName)?.deviceId ?? null;
}
