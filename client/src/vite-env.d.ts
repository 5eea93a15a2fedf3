/** Where the files lie that pdf.js fetches by itself; set by the build, with the version in the path. */
declare const __PDF_ASSETS__: string;
