package museum.atrium.inbox.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import museum.atrium.inbox.reading.Message;

/** One page of the list, as its template names things. */
final class ListView {

    final String to;
    final boolean searching;
    final boolean first;
    final boolean empty;
    final List<Row> rows;
    final String counted;
    final String newestLink;
    final boolean hasOlder;
    final String olderLink;

    ListView(String to, boolean first, boolean more, List<Message> messages, int count) {
        this.to = to;
        this.searching = !to.isEmpty();
        this.first = first;
        this.empty = messages.isEmpty();
        this.rows = messages.stream().map(Row::of).toList();
        this.counted = count == 1 ? "1 mail" : count + " mails";
        String search = to.isEmpty() ? "" : "to=" + URLEncoder.encode(to, StandardCharsets.UTF_8) + "&";
        this.newestLink = "/?" + search;
        this.hasOlder = more;
        this.olderLink = more ? "/?" + search + "before=" + messages.getLast().id() : "";
    }

    record Row(String id, String from, String to, String subject, Instant date, String when) {

        static Row of(Message message) {
            String subject = message.subject().isBlank() ? "(no subject)" : message.subject();
            return new Row(
                    message.id(), message.from(), message.to(), subject, message.date(), Moments.shown(message.date()));
        }
    }
}
