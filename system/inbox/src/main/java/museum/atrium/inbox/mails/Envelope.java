package museum.atrium.inbox.mails;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What lists show of a mail without parsing it again.
 *
 * @param from the sender's address without a display name, empty when there is none
 * @param to the addresses that the mail was delivered to, as the sending server named them
 */
public record Envelope(String from, List<String> to, String subject, Instant arrivedAt) {

    /** Lists need no more of a subject, and a stored string must not be longer than 65,535 bytes. */
    private static final int LONGEST = 1_000;

    public Envelope {
        from = shortened(from);
        to = to.stream().map(Envelope::shortened).toList();
        subject = shortened(subject);
    }

    boolean isTo(String address) {
        return to.stream().anyMatch(address::equalsIgnoreCase);
    }

    byte[] encode() {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(arrivedAt.toEpochMilli());
            out.writeUTF(from);
            out.writeInt(to.size());
            for (String address : to) {
                out.writeUTF(address);
            }
            out.writeUTF(subject);
        } catch (IOException impossible) {
            throw new AssertionError("Memory can be written", impossible);
        }
        return bytes.toByteArray();
    }

    static Envelope decode(byte[] bytes, int offset, int length) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes, offset, length))) {
            Instant arrivedAt = Instant.ofEpochMilli(in.readLong());
            String from = in.readUTF();
            int recipients = in.readInt();
            var to = new ArrayList<String>();
            for (int i = 0; i < recipients; i++) {
                to.add(in.readUTF());
            }
            return new Envelope(from, to, in.readUTF(), arrivedAt);
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
