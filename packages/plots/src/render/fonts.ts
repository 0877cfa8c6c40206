import { createRequire } from 'node:module';

/** The font files of every picture, so that it looks the same on every computer. DejaVu Sans has what Inter lacks: ∇ ∥ ∈ ℝ. */
export const fontFiles = (): string[] => {
  const { resolve } = createRequire(import.meta.url);
  return [
    resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
    resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
    resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  ];
};
