const found: Record<string, string> = import.meta.glob('../assets/demo.webm', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Address of the built-in clip; null in a copy of the app without it. */
export const demoUrl: string | null = found['../assets/demo.webm'] ?? null;
