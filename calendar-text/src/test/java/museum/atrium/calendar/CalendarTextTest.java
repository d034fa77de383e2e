package museum.atrium.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Short",
                "Préservation des collections",
                "مجموعات المتاحف وحفظها للأجيال القادمة",
                "博物館の収蔵品を未来へ伝える",
                "🏛🏺🖼 Museums 🏛🏺🖼",
                "Semicolons; commas, back\\slashes and \"quotes\"",
                "Several\nlines"
            })
    void whateverTheScriptNoLineIsLongerThan75OctetsAndNothingIsLost(String words) throws Exception {
        for (int times = 1; times <= 12; times++) {
            String title = (words + " ").repeat(times).strip();
            byte[] text = CalendarText.of(calendar(title));

            assertThat(lines(text)).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(75));
            assertThat(titleIn(text)).isEqualTo(title);
        }
    }

    @Test
    void noCharacterIsCutInTwo() {
        for (int before = 0; before < 80; before++) {
            byte[] text = CalendarText.of(calendar("x".repeat(before) + "🏛".repeat(60)));

            assertThat(lines(text))
                    .allSatisfy(line -> assertThat(isWholeCharacters(line)).isTrue());
        }
    }

    @Test
    void aLineThatJustFitsIsNotFolded() {
        String fits = "x".repeat(75 - "SUMMARY:".length());

        assertThat(new String(CalendarText.of(calendar(fits)), StandardCharsets.UTF_8))
                .contains("\r\nSUMMARY:" + fits + "\r\n");
        assertThat(new String(CalendarText.of(calendar(fits + "y")), StandardCharsets.UTF_8))
                .contains("\r\nSUMMARY:" + fits + "\r\n y\r\n");
    }

    @Test
    void linesEndWithCrLfTheLastOneToo() {
        String text = new String(CalendarText.of(calendar("Caring for collections")), StandardCharsets.UTF_8);

        assertThat(text).startsWith("BEGIN:VCALENDAR\r\n").endsWith("\r\nEND:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
    }

    private static Calendar calendar(String title) {
        VEvent event = new VEvent(new PropertyList(List.of(
                new Uid("one@example.org"),
                new DtStamp(Instant.parse("2027-03-01T09:00:00Z")),
                new DtStart<>(Instant.parse("2027-03-01T14:00:00Z")),
                new Summary(title))));
        return new Calendar(
                new PropertyList(List.of(new ProdId("-//Atrium//Test//EN"), ImmutableVersion.VERSION_2_0)),
                new ComponentList<>(List.of(event)));
    }

    private static String titleIn(byte[] text) throws Exception {
        Calendar read = new CalendarBuilder().build(new ByteArrayInputStream(text));
        VEvent event = (VEvent) read.getComponents(Component.VEVENT).getFirst();
        return event.getRequiredProperty("SUMMARY").getValue();
    }

    private static List<byte[]> lines(byte[] text) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int end = 0; end < text.length - 1; end++) {
            if (text[end] == '\r' && text[end + 1] == '\n') {
                lines.add(java.util.Arrays.copyOfRange(text, start, end));
                start = end + 2;
            }
        }
        assertThat(start).as("nothing after the last line").isEqualTo(text.length);
        return lines;
    }

    private static boolean isWholeCharacters(byte[] line) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
            return true;
        } catch (CharacterCodingException cut) {
            return false;
        }
    }
}
