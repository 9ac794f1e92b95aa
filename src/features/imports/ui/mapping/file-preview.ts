import { FileError } from '../../csv/columns.ts';
import { encodingDetector } from '../../csv/detect-encoding.ts';
import { type FilePreview, PREVIEW_BYTES, readPreview } from '../../csv/preview.ts';

const NEWLINE = 0x0a;

/**
 * Columns and first rows of a file on this machine; of a large one only the beginning is read.
 * @throws FileError whose message says why it cannot be imported
 */
export async function previewOf(file: File): Promise<FilePreview> {
  if (file.size === 0) throw new FileError('The file is empty.');
  const whole = file.size <= PREVIEW_BYTES;
  const read = await file
    .slice(0, PREVIEW_BYTES)
    .arrayBuffer()
    .catch(() => {
      throw new FileError('The file cannot be read. Check that it was not moved, and choose it again.');
    });
  const bytes = new Uint8Array(read);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4)
    throw new FileError(
      'This is a workbook or an archive, not a CSV file. In your spreadsheet choose “Save as” and the type CSV.',
    );
  // A character cut in two would make UTF-8 look like something else.
  const lines = whole ? bytes : bytes.subarray(0, bytes.lastIndexOf(NEWLINE) + 1 || bytes.length);
  const detector = encodingDetector();
  detector.push(lines);
  return readPreview(new TextDecoder(detector.result()).decode(lines), whole);
}
