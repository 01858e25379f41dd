// Đ and đ do not decompose. Ð and Ɖ look the same and stand in texts converted from old Vietnamese fonts.
const BARRED_D = /[đðɖ]/g;
const MARKS = /\p{M}+/gu;
const WHITE_SPACE = /\s+/g;

/**
 * The form in which texts are searched and sorted: lower case, without accents, đ as d, one space between words.
 * `  Lê  Chân ` and `le chan` fold to the same text. Both databases store it beside the text, so that they find and order alike.
 * Folding a folded text changes nothing.
 */
export function foldText(text: string): string {
  // Lower case first may bring new marks (İ), and taking marks away may leave text decomposed (Hangul): hence twice normalised.
  const bare = text.normalize('NFD').toLowerCase().normalize('NFD').replace(MARKS, '').replace(BARRED_D, 'd');
  return bare.normalize('NFC').replace(WHITE_SPACE, ' ').trim();
}
