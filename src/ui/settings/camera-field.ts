import { type CameraChoice, listCameras } from '../../app/sources/camera-source.ts';
import { selectField } from '../elements/fields.ts';

/** The cameras whose names the browser tells. */
export const namedCameras = async (): Promise<readonly CameraChoice[]> =>
  (await listCameras()).filter(({ label }) => label !== '');

/** @param browsersChoice the choice to leave it to the browser, which is null */
export const cameraField = (
  label: string,
  browsersChoice: string,
  cameras: readonly CameraChoice[],
  chosen: string | null,
  choose: (deviceId: string | null) => void,
) => {
  const named = cameras.map(({ deviceId, label: name }) => ({ value: deviceId, label: name }));
  return selectField<string | null>(label, [{ value: null, label: browsersChoice }, ...named], chosen, choose);
};
