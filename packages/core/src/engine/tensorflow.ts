/** The union package `@tensorflow/tfjs`: one instance, shared by every engine. Always loaded lazily (0.3 s). */
export type TensorFlow = typeof import('@tensorflow/tfjs');
