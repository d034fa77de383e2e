package museum.atrium.inbox.reading;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A part's decoded bytes with what its header says of them. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PartContent(
        @Nullable ContentType type,
        @Nullable String filename,
        @Nullable String contentId,
        byte[] bytes) {

    static PartContent of(MimePart part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new PartContent(
                    type(part), decoded(part.getFileName()), withoutBrackets(part.getContentID()), in.readAllBytes());
        }
    }

    String asText() {
        return new String(bytes, charset());
    }

    Attachment attachment(int index) {
        String contentType =
                type == null ? "application/octet-stream" : type.getBaseType().toLowerCase(Locale.ROOT);
        return new Attachment(filename == null ? "part-" + index : filename, contentType, contentId, bytes);
    }

    /** UTF-8 for what is not declared or not known: plain ASCII is the same in it. */
    private Charset charset() {
        String declared = type == null ? null : type.getParameter("charset");
        if (declared == null) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(MimeUtility.javaCharset(declared));
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static @Nullable ContentType type(MimePart part) throws MessagingException {
        try {
            return new ContentType(part.getContentType());
        } catch (ParseException unreadable) {
            return null;
        }
    }

    private static @Nullable String decoded(@Nullable String filename) {
        if (filename == null) {
            return null;
        }
        try {
            return MimeUtility.decodeText(filename);
        } catch (UnsupportedEncodingException unknownCharset) {
            return filename;
        }
    }

    private static @Nullable String withoutBrackets(@Nullable String contentId) {
        return contentId == null ? null : contentId.strip().replaceAll("^<|>$", "");
    }
}
