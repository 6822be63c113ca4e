/** First and last byte (inclusive) of a `Range` header; null: the whole file, or an unsupported header. */
export function wantedRange(header: string | null, size: number): readonly [number, number] | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  const [, from = '', to = ''] = match ?? [];
  if (from === '' && to === '') return null;
  if (from === '') return [Math.max(0, size - Number(to)), size - 1];
  return [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)];
}

/**
 * Cuts the wanted part out of a whole response: the cache holds whole files, but media elements ask for parts. The
 * server's other headers, which isolate the page, stay.
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
