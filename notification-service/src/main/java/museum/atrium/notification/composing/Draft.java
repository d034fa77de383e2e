package museum.atrium.notification.composing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A letter with the language, the names and the clock that it is written by. */
record Draft(Letter letter, Wording wording, Times times, Names names, Instant now) {

    static Draft of(Letter letter, Instant now) {
        Locale reader = letter.recipient().language();
        Wording standard = Wording.of(reader, letter.activity().language());
        Wording wording = standard.with(letter.activity().texts().getOrDefault(standard.language(), Map.of()));
        return new Draft(letter, wording, Times.of(wording, reader), new Names(letter.activity(), reader), now);
    }

    MailKind kind() {
        return letter.kind();
    }

    /** The first part of this mail's keys in the wording. */
    String key() {
        @Nullable FollowUp followUp = letter.followUp();
        if (followUp != null && !followUp.came()) {
            return "follow-up-missed";
        }
        if (isDigest()) {
            return "new-in-series-digest";
        }
        return letter.activity().isSeries() ? kind().keyOfSeries() : kind().key();
    }

    /** Where the wording has words of its own for who speaks, those. */
    String key(String part) {
        String own = kind().keyOfSpeaker() + part;
        return isForSpeaker() && wording.has(own) ? own : key() + part;
    }

    /** Tells of several activities, which it then lists alike. */
    boolean isDigest() {
        return kind() == MailKind.NEW_IN_SERIES && !letter.held().isEmpty();
    }

    boolean isForSpeaker() {
        return letter.registration().isSpeakers();
    }

    /** What the way into a live room is called. */
    String joinLabel() {
        return wording.say(isForSpeaker() ? "host.label" : "join.label");
    }

    ZoneId zone() {
        return letter.recipient().timeZone();
    }

    boolean asks(CalendarMethod method, SessionInfo session) {
        return letter.calendar().stream()
                .anyMatch(entry -> entry.method() == method && entry.session().equals(session.id()));
    }
}
