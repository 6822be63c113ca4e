/** The first and the last byte (included) that a `Range` header asks for; null: everything, or a header not understood. */
export function wantedRange(header: string | null, size: number): readonly [number, number] | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  const [, from = '', to = ''] = match ?? [];
  if (from === '' && to === '') return null;
  if (from === '') return [Math.max(0, size - Number(to)), size - 1];
  return [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)];
}

/**
 * The part of a whole answer that was asked for. A cache holds whole files only, and a media element asks for parts; the
 * headers of the server, with its isolation, stay.
 */
export async function partOf(whole: Response, range: string | null): Promise<Response> {
  if (range === null) return whole;
  const body = await whole.blob();
  const wanted = wantedRange(range, body.size);
  const headers = new Headers(whole.headers);
  if (wanted === null) return new Response(body, { headers });
  const [from, to] = wanted;
  if (from > to || from >= body.size) {
    headers.set('Content-Range', `bytes */${body.size}`);
    headers.delete('Content-Length');
    return new Response(null, { status: 416, headers });
  }
  headers.set('Content-Range', `bytes ${from}-${to}/${body.size}`);
  headers.set('Content-Length', String(to - from + 1));
  const type = headers.get('Content-Type') ?? '';
  return new Response(body.slice(from, to + 1, type), { status: 206, headers });
}
