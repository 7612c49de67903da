/** True for text that shows nothing: white space, and characters that are not drawn (Unicode, `Default_Ignorable_Code_Point`). */
export function isBlank(text: string): boolean {
  return /^[\s\p{DI}]*$/u.test(text)
}
