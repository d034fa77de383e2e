package museum.atrium.inbox.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import museum.atrium.inbox.mails.Envelope;
import museum.atrium.inbox.mails.Mails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {

    static final String INVITATION = """
            From: =?UTF-8?Q?Mus=C3=A9e?= <hello@example.org>
            To: Ines <ines@example.org>
            Subject: =?UTF-8?B?UHJlbmRyZSBzb2luIOKAkyByYXBwZWw=?=
            Received: one
            Received: two
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=outer

            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: quoted-printable

            =C3=80 demain: https://example.org/join/abc.
            --inner
            Content-Type: multipart/related; boundary=images

            --images
            Content-Type: text/html; charset=UTF-8
            Content-Transfer-Encoding: base64

            PGh0bWw+PHA+w4AgZGVtYWluPC9wPjxpbWcgc3JjPSJjaWQ6bG9nb0BleGFtcGxlLm9yZyI+PC9odG1sPg==
            --images
            Content-Type: image/png; name=logo.png
            Content-ID: <logo@example.org>
            Content-Disposition: inline; filename=logo.png
            Content-Transfer-Encoding: base64

            iVBORw0KGgo=
            --images--
            --inner
            Content-Type: text/calendar; charset=UTF-8; method=REQUEST

            BEGIN:VCALENDAR
            METHOD:REQUEST
            END:VCALENDAR
            --inner--
            --outer
            Content-Type: text/calendar; charset=UTF-8; method=REQUEST; name="invite.ics"
            Content-Disposition: attachment; filename="invite.ics"

            BEGIN:VCALENDAR
            METHOD:REQUEST
            END:VCALENDAR
            --outer--
            """;

    @TempDir
    Path folder;

    @Test
    void anInvitationIsOpenedInAllItsParts() throws Exception {
        OpenedMessage message = open(INVITATION);

        assertThat(message.text()).isEqualTo("À demain: https://example.org/join/abc.");
        assertThat(message.html()).contains("<p>À demain</p>");
        assertThat(message.calendar()).startsWith("BEGIN:VCALENDAR\r\nMETHOD:REQUEST");
        assertThat(message.attachments())
                .extracting(Attachment::filename, Attachment::contentType, Attachment::size)
                .containsExactly(tuple("logo.png", "image/png", 8), tuple("invite.ics", "text/calendar", 46));
        assertThat(message.attachments().getFirst().contentId()).contains("logo@example.org");
        assertThat(new String(message.attachments().getLast().content(), StandardCharsets.UTF_8))
                .isEqualTo(message.calendar());
        assertThat(message.headers().first("subject")).contains("Prendre soin – rappel");
        assertThat(message.headers().first("From")).contains("Musée <hello@example.org>");
        assertThat(message.headers().all("Received")).containsExactly("one", "two");
    }

    @Test
    void aPlainMailIsItsText() throws Exception {
        OpenedMessage message = open("Subject: Hi\nContent-Type: text/plain; charset=ISO-8859-1\n\nHello\n");
        assertThat(message.text()).isEqualTo("Hello\r\n");
        assertThat(message.html()).isNull();
        assertThat(message.attachments()).isEmpty();
    }

    @Test
    void anAttachedMessageIsAFileAndNotTheText() throws Exception {
        OpenedMessage message = open("""
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: message/rfc822

                Subject: Inner

                inner text
                --b
                Content-Type: text/plain

                outer text
                --b--
                """);
        assertThat(message.text()).isEqualTo("outer text");
        assertThat(message.attachments())
                .singleElement()
                .satisfies(attachment -> assertThat(attachment.contentType()).isEqualTo("message/rfc822"));
    }

    @Test
    void partsWithinPartsWithoutEndDoNoHarm() throws Exception {
        var nested = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        OpenedMessage message = open(nested + "Content-Type: text/plain\n\ndeep");
        assertThat(message.text()).isNull();
        assertThat(message.attachments()).isEmpty();
    }

    @Test
    void whatCannotBeDecodedIsShownAsFarAsItCan() throws Exception {
        OpenedMessage message = open("""
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=no-such-charset

                plain all the same
                --b
                Content-Type: not a type
                Content-Transfer-Encoding: base64

                !!!!
                --b--
                """);
        assertThat(message.text()).isEqualTo("plain all the same");
    }

    private OpenedMessage open(String source) throws Exception {
        try (Mails mails = Mails.open(folder, 100)) {
            byte[] bytes = source.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            var envelope = new Envelope("", List.of("ines@example.org"), "", Instant.parse("2027-03-01T12:00:00Z"));
            long id = mails.add(envelope, bytes);
            return new Reading(mails).open(Long.toString(id)).orElseThrow();
        }
    }
}
