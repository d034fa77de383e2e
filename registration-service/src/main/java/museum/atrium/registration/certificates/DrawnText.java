package museum.atrium.registration.certificates;

import java.util.List;

/**
 * Text as the fonts can draw it: what they lack is shown as a question mark in a diamond, not as an empty box, and that it was
 * is remembered.
 */
final class DrawnText {

    private static final int REPLACEMENT = 0xFFFD;

    private final CertificateFonts fonts;
    private boolean complete = true;

    DrawnText(CertificateFonts fonts) {
        this.fonts = fonts;
    }

    /** Whether everything could be drawn. */
    boolean isComplete() {
        return complete;
    }

    CertificateWords of(CertificateWords words) {
        List<CertificateWords.Line> sessions = words.sessions().stream()
                .map(line -> new CertificateWords.Line(of(line.title()), of(line.date())))
                .toList();
        return new CertificateWords(
                words.code(),
                words.status(),
                of(words.name()),
                of(words.title()),
                of(words.organizations()),
                sessions,
                of(words.time()),
                of(words.issued()),
                of(words.revoked()));
    }

    private String of(String text) {
        StringBuilder drawn = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> append(drawn, codePoint));
        return drawn.toString();
    }

    private void append(StringBuilder drawn, int codePoint) {
        if (fonts.draw(codePoint)) {
            drawn.appendCodePoint(codePoint);
        } else if (Character.isSpaceChar(codePoint)) {
            drawn.append(' ');
        } else if (!isInvisible(codePoint)) {
            drawn.appendCodePoint(REPLACEMENT);
            complete = false;
        }
    }

    /** What only says how its neighbours are drawn. */
    private static boolean isInvisible(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }
}
