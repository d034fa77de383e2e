package museum.atrium.inbox.reading;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part that readers see as a file: with a name or declared an attachment, or an image that the HTML shows. */
public final class Attachment {

    private final String filename;
    private final String contentType;
    private final @Nullable String contentId;
    private final byte[] content;

    Attachment(String filename, String contentType, @Nullable String contentId, byte[] content) {
        this.filename = filename;
        this.contentType = contentType;
        this.contentId = contentId;
        this.content = content;
    }

    @JsonProperty
    public String filename() {
        return filename;
    }

    /** Type and subtype in lower case, without parameters. */
    @JsonProperty
    public String contentType() {
        return contentType;
    }

    /** Of the decoded content, in bytes. */
    @JsonProperty
    public int size() {
        return content.length;
    }

    public byte[] content() {
        return content.clone();
    }

    /** What the HTML part calls it in {@code cid:} addresses. */
    public Optional<String> contentId() {
        return Optional.ofNullable(contentId);
    }
}
