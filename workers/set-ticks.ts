/** Rings at the times that the page asks for: `[timer, milliseconds]` comes back as `timer`. */
onmessage = ({ data: [timer, after] }: MessageEvent<[number, number]>): void => {
  setTimeout(() => postMessage(timer), after);
};
