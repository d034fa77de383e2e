package museum.atrium.registration.pictures;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What browsers show as a picture, known by how it begins, whatever its server says. */
enum PictureType {
    PNG("image/png", "(?s)\u0089PNG\r\n\u001a\n.*"),
    JPEG("image/jpeg", "(?s)\u00ff\u00d8\u00ff.*"),
    GIF("image/gif", "(?s)GIF8[79]a.*"),
    WEBP("image/webp", "(?s)RIFF....WEBP.*"),
    AVIF("image/avif", "(?s)....ftypavi[fs].*"),
    SVG(
            "image/svg+xml",
            "(?s)(\u00ef\u00bb\u00bf)?\\s*(<\\?xml.*?\\?>\\s*)?(<!--.*?-->\\s*|<!DOCTYPE [^>\\[]*>\\s*)*<svg[\\s>].*");

    private static final int LOOKED_AT = 4096;

    private final String name;
    private final String beginning;

    PictureType(String name, String beginning) {
        this.name = name;
        this.beginning = beginning;
    }

    /** IANA's. */
    String mediaType() {
        return name;
    }

    static Optional<PictureType> of(byte[] content) {
        // A character for each byte.
        String beginning = new String(content, 0, Math.min(LOOKED_AT, content.length), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(type -> beginning.matches(type.beginning))
                .findFirst();
    }
}
