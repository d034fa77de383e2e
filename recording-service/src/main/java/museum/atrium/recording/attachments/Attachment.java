package museum.atrium.recording.attachments;

/**
 * A document that has arrived.
 *
 * @param name as its reader will save it; it says what it is
 * @param file its name in the store
 * @param size in bytes
 */
public record Attachment(String name, String file, long size) {

    public String mediaType() {
        return DocumentKind.of(name).map(DocumentKind::mediaType).orElse("application/octet-stream");
    }
}
