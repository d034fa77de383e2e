package museum.atrium.notification.composing;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;

/** The pieces of a message. Encodings are chosen here, so that no transport needs to look at the content again. */
final class Parts {

    private Parts() {}

    static MimeBodyPart text(String subtype, String text) throws MessagingException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // Quoted-printable stays readable in the source; for mostly non-Latin text base64 is half as long.
        String encoding = bytes.length > text.length() * 1.3 ? "base64" : "quoted-printable";
        return part(bytes, "text/" + subtype + "; charset=UTF-8", encoding);
    }

    /** Base64, for no relay may touch its line ends or its folding. */
    static MimeBodyPart calendar(byte[] bytes, CalendarMethod method) throws MessagingException {
        return part(bytes, "text/calendar; charset=UTF-8; method=" + method, "base64");
    }

    static MimeBodyPart attachment(byte[] bytes, CalendarMethod method, String name) throws MessagingException {
        String type = "text/calendar; charset=UTF-8; method=" + method + ";\r\n name=\"" + name + '"';
        MimeBodyPart part = part(bytes, type, "base64");
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

    private static MimeBodyPart part(byte[] bytes, String type, String encoding) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", encoding);
        return part;
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
