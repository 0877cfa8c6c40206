import { CompileError } from '../compile-error.ts';
import type { NativeBinding } from '../native-binding.ts';
import { type AttributeValue, shapeMessage } from './graph-nodes.ts';
import type { NativeAttribute } from './native-backend.ts';

/** The attributes of an operation as a graph writes them. */
export function attributeValues(
  binding: NativeBinding,
  attributes: readonly NativeAttribute[],
): Readonly<Record<string, AttributeValue>> {
  return Object.fromEntries(attributes.map((attribute) => [attribute.name, attributeValue(binding, attribute)]));
}

function attributeValue(binding: NativeBinding, { name, type, value }: NativeAttribute): AttributeValue {
  const items: readonly unknown[] | null = Array.isArray(value) ? value : null;
  switch (type) {
    case binding.TF_ATTR_STRING:
      return { s: new TextEncoder().encode(String(value)) };
    case binding.TF_ATTR_INT:
      return items === null ? { i: Number(value) } : { list: { i: items.map(Number) } };
    case binding.TF_ATTR_FLOAT:
      return items === null ? { f: Number(value) } : { list: { f: items.map(Number) } };
    case binding.TF_ATTR_BOOL:
      return items === null ? { b: Boolean(value) } : { list: { b: items.map(Boolean) } };
    case binding.TF_ATTR_TYPE:
      return { type: Number(value) };
    case binding.TF_ATTR_SHAPE:
      return { shape: shapeMessage(value as readonly number[]) };
    default:
      throw new CompileError(
        `cannot record the attribute "${name}": its kind ${type} is unknown; call the function without compile`,
      );
  }
}
