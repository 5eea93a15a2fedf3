/** How long a "Mã vào họp" lives; the server decides, this only words the hint. */
export const codeLifeMinutes = 15;
export const codeLength = 6;
