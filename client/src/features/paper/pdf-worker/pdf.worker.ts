// The worker of pdf.js, with our way of decoding images in place before it looks for one.
import './image-decoder.ts';
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
