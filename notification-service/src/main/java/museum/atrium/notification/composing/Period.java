package museum.atrium.notification.composing;

import java.time.Duration;

/** A length of time as people say it: in the largest unit that leaves nothing over. */
record Period(Wording wording) {

    String of(Duration length) {
        if (isWhole(length, Duration.ofDays(1))) {
            return say("period.day", "period.days", "days", length.toDays());
        }
        if (isWhole(length, Duration.ofHours(1))) {
            return say("period.hour", "period.hours", "hours", length.toHours());
        }
        return wording.say("period.minutes", "minutes", Long.toString(length.toMinutes()));
    }

    private static boolean isWhole(Duration length, Duration unit) {
        return length.compareTo(unit) >= 0 && length.toSeconds() % unit.toSeconds() == 0;
    }

    private String say(String one, String several, String gap, long count) {
        return count == 1 ? wording.say(one) : wording.say(several, gap, Long.toString(count));
    }
}
