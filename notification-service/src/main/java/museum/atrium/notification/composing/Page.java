package museum.atrium.notification.composing;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mail says, in the reader's words and in reading order; the HTML and the text part show the same page. */
record Page(
        Wording wording,
        String subject,
        String preheader,
        String heading,
        Greeting greeting,
        List<Words.Line> paragraphs,
        @Nullable Words words,
        @Nullable String reason,
        @Nullable Action action,
        @Nullable Programme programme,
        List<Slot> slots,
        List<Slot> dropped,
        String joinLabel,
        @Nullable String joinNote,
        @Nullable String calendarNote,
        List<Recorded> recordings,
        List<Held> held,
        @Nullable Manage manage,
        @Nullable URI unsubscribe,
        String why,
        String sender,
        @Nullable Network network) {

    /** The greeting around the name, which is isolated from it whatever its script. */
    record Greeting(String before, String name, String after) {

        /** For plain text, which has no markup to isolate the name with. */
        public String line() {
            return before + OneLine.isolated(name) + after;
        }
    }

    record Programme(
            Translation title,
            String about,
            @Nullable Words summary,
            @Nullable String undated) {}

    /**
     * @param note cancelled, or over
     * @param struck the time no longer holds
     */
    record Slot(
            @Nullable Translation title,
            Times.Span when,
            @Nullable String elsewhere,
            @Nullable String previous,
            @Nullable String note,
            @Nullable String manner,
            boolean struck,
            boolean selfPaced,
            @Nullable URI join,
            List<CalendarLink> calendars) {}

    record Recorded(String title, URI watch, @Nullable String until) {}

    /**
     * One of the registrations of the reader's address, or of the activities that are new.
     *
     * @param label null where the title itself is the way to the page
     */
    record Held(
            Translation title,
            @Nullable String when,
            @Nullable String elsewhere,
            String state,
            @Nullable Words summary,
            @Nullable String label,
            URI page) {}

    /** The one step that a mail asks for. */
    record Action(String label, URI page) {}

    /**
     * In whose name the mail is written, beside the sender's name.
     *
     * @param answers where they go
     * @param named the imprint begins with the sender's name
     */
    record Network(
            @Nullable Logo logo,
            @Nullable Imprint imprint,
            @Nullable String answers,
            boolean named,
            String label,
            URI page) {}

    /** @param named what it shows is the sender's name */
    record Logo(URI url, Translation alt, boolean named) {}

    record Imprint(List<String> lines, String language) {

        /** For plain text, which has no markup to isolate a line with. */
        public List<String> isolated() {
            return lines.stream().map(OneLine::isolated).toList();
        }
    }

    record Manage(String heading, String text, String label, URI page) {}
}
