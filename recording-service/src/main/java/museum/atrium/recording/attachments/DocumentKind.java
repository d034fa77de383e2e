package museum.atrium.recording.attachments;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be attached. Nothing that a browser would run. */
enum DocumentKind {
    PDF("application/pdf"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ODP("application/vnd.oasis.opendocument.presentation"),
    ODT("application/vnd.oasis.opendocument.text"),
    ODS("application/vnd.oasis.opendocument.spreadsheet"),
    EPUB("application/epub+zip"),
    ZIP("application/zip"),
    TXT("text/plain;charset=UTF-8"),
    CSV("text/csv;charset=UTF-8"),
    PNG("image/png"),
    JPG("image/jpeg");

    private final String mediaType;

    DocumentKind(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** By the name's ending; nothing for others. */
    static Optional<DocumentKind> of(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(ending))
                .findFirst();
    }

    static String endings() {
        return String.join(", ", Arrays.stream(values()).map(DocumentKind::name).toList())
                .toLowerCase(Locale.ROOT);
    }
}
