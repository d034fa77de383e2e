package museum.atrium.notification.composing;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.apache.james.mime4j.codec.QuotedPrintableOutputStream;

/**
 * The pieces of a message, encoded here, so that no transport needs to look at the content again: Jakarta Mail's own encoder
 * of quoted-printable takes longer than everything else that is done for a mail.
 */
final class Parts {

    private static final byte[] LINE_END = {'\r', '\n'};

    private Parts() {}

    /** @param text in UTF-8, with lines that end with LF alone */
    static MimeBodyPart text(String subtype, byte[] text) throws MessagingException {
        String type = "text/" + subtype + "; charset=UTF-8";
        // Quoted-printable stays readable in the source; for mostly non-Latin text base64 is half as long.
        return text.length > characters(text) * 1.3
                ? base64(withLineEnds(text), type)
                : part(quotedPrintable(text), type, "quoted-printable");
    }

    /** Base64, for no relay may touch its line ends or its folding. */
    static MimeBodyPart calendar(byte[] bytes, CalendarMethod method) throws MessagingException {
        return base64(bytes, "text/calendar; charset=UTF-8; method=" + method);
    }

    static MimeBodyPart attachment(byte[] bytes, CalendarMethod method, String name) throws MessagingException {
        String type = "text/calendar; charset=UTF-8; method=" + method + ";\r\n name=\"" + name + '"';
        MimeBodyPart part = base64(bytes, type);
        part.setHeader("Content-Disposition", "attachment; filename=\"" + name + '"');
        return part;
    }

    static MimeBodyPart nested(MimeMultipart multipart) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(multipart);
        return part;
    }

    static MimeMultipart multipart(String subtype, String seed) throws MessagingException {
        return new Multipart(subtype, seed);
    }

    private static MimeBodyPart base64(byte[] bytes, String type) throws MessagingException {
        return part(Base64.getMimeEncoder().encode(bytes), type, "base64");
    }

    private static byte[] quotedPrintable(byte[] text) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream(text.length + text.length / 8);
        try (OutputStream encoding = new QuotedPrintableOutputStream(encoded, false)) {
            writeLines(text, encoding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return encoded.toByteArray();
    }

    private static byte[] withLineEnds(byte[] text) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream(text.length + text.length / 8);
        try {
            writeLines(text, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.toByteArray();
    }

    private static void writeLines(byte[] text, OutputStream to) throws IOException {
        int start = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                to.write(text, start, i - start);
                to.write(LINE_END);
                start = i + 1;
            }
        }
        to.write(text, start, text.length - start);
    }

    /** In UTF-8 all bytes of a character but its first begin with the bits 10. */
    private static int characters(byte[] text) {
        int characters = 0;
        for (byte b : text) {
            characters += (b & 0xC0) == 0x80 ? 0 : 1;
        }
        return characters;
    }

    private static MimeBodyPart part(byte[] encoded, String type, String encoding) throws MessagingException {
        InternetHeaders headers = new InternetHeaders();
        headers.setHeader("Content-Type", type);
        headers.setHeader("Content-Transfer-Encoding", encoding);
        return new MimeBodyPart(headers, encoded);
    }

    /** The same letter gives the same bytes: its boundary is not random, and '=_' cannot occur in an encoded part. */
    private static final class Multipart extends MimeMultipart {

        Multipart(String subtype, String seed) throws MessagingException {
            super(subtype);
            ParameterList parameters = new ParameterList();
            parameters.set("boundary", "=_" + subtype + "_" + Integer.toHexString(seed.hashCode()));
            contentType = new ContentType("multipart", subtype, parameters).toString();
        }
    }
}
