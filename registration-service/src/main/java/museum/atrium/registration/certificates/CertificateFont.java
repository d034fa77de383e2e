package museum.atrium.registration.certificates;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A TrueType font in memory. The part of it that a document uses is put into the document.
 *
 * @param family by which the style sheet names it
 */
record CertificateFont(String family, byte[] bytes, CmapLookup glyphs) {

    /** @throws IOException if it is no TrueType font */
    static CertificateFont read(String family, byte[] bytes) throws IOException {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
            return new CertificateFont(family, bytes, font.getUnicodeCmapLookup());
        }
    }

    boolean draws(int codePoint) {
        return glyphs.getGlyphId(codePoint) != 0;
    }

    InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
