/** For `mousedown`: Space starts and pauses a set as long as no button has the focus, so a click need not take it. */
export const keepFocus = (event: MouseEvent): void => event.preventDefault();
