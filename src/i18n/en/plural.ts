/** "1 set", "3 sets" */
export const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
