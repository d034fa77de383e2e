package museum.atrium.notification.composing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.fortuna.ical4j.model.Component;
import org.junit.jupiter.api.Test;

/** What an organiser wrote about the activity. */
class SummaryTest {

    private static final Mail MAIL = Letters.sample()
            .describedAs(
                    Map.of("en", "One hour on <storage>.\nFew staff.\n\nThe plans: https://museum.example.org/plans."))
            .mail(MailKind.CONFIRMATION);

    @Test
    void keepsItsParagraphsAndLines() {
        assertThat(MAIL.text().replace("\r\n", "\n"))
                .contains(
                        "\n\nOne hour on <storage>.\nFew staff.\n\nThe plans: https://museum.example.org/plans.\n\nMonday, ");
        assertThat(MAIL.html())
                .contains(
                        ">One hour on &lt;storage&gt;.<br>Few staff.</p>",
                        ">The plans: <a href=\"https://museum.example.org/plans\"");
    }

    @Test
    void keepsThemInTheCalendarToo() {
        assertThat(MAIL.calendars()
                        .getFirst()
                        .calendar()
                        .getComponents(Component.VEVENT)
                        .getFirst()
                        .getRequiredProperty("DESCRIPTION")
                        .getValue())
                .startsWith("Caring for collections\nOne hour on <storage>.\nFew staff.\n\nThe plans: ");
    }
}
