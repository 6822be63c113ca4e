import { base45, bytesOf45 } from '../../app/base45.ts';

// The text of a QR code: a prefix, and JSON that is deflated and written in base 45.

/** What a camera still reads from a screen: about 105 modules to a side. */
export const MOST_CODE = 1400;
/** A text that grows to more than this is refused while it grows. */
const MOST_JSON = 60_000;

const through = (bytes: BlobPart, stream: CompressionStream | DecompressionStream) =>
  new Blob([bytes]).stream().pipeThrough(stream);

/** The compact form of a value. @param prefix names what it is */
export async function codeText(prefix: string, value: unknown): Promise<string> {
  const deflated = await new Response(
    through(JSON.stringify(value), new CompressionStream('deflate-raw')),
  ).arrayBuffer();
  return prefix + base45(new Uint8Array(deflated));
}

/** The value of a compact form; undefined: it is none, or it is damaged. */
export async function valueOfCode(prefix: string, text: string): Promise<unknown> {
  const bytes = text.startsWith(prefix) ? bytesOf45(text.slice(prefix.length)) : null;
  if (bytes === null) return undefined;
  try {
    const reader = through(bytes, new DecompressionStream('deflate-raw')).getReader();
    const parts: Uint8Array[] = [];
    let length = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.length;
      if (length > MOST_JSON) {
        await reader.cancel();
        return undefined;
      }
      parts.push(part.value);
    }
    return JSON.parse(new TextDecoder().decode(await new Blob(parts as BlobPart[]).arrayBuffer()));
  } catch {
    return undefined;
  }
}
