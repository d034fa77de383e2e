package museum.atrium.recording.audience;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity as its service published it; its title by language tag.
 *
 * @param series that it belongs to; null: none
 * @param organizers names of organisations
 * @param slots of those sessions that have a time
 */
public record KnownActivity(
        UUID id,
        String slug,
        String language,
        Map<String, String> title,
        @Nullable UUID series,
        List<String> organizers,
        List<UUID> sessions,
        List<Slot> slots) {

    /** When a session is, and what it is called by language tag. */
    public record Slot(UUID id, Map<String, String> title, Instant startsAt, Instant endsAt, boolean cancelled) {

        public Slot {
            title = Map.copyOf(title);
        }
    }

    public KnownActivity {
        title = Map.copyOf(title);
        organizers = List.copyOf(organizers);
        sessions = List.copyOf(sessions);
        slots = List.copyOf(slots);
    }

    /** When that session began, or, of an activity as a whole, its first that was not cancelled. */
    public Optional<Instant> start(@Nullable UUID session) {
        return slots.stream()
                .filter(slot -> session == null ? !slot.cancelled() : slot.id().equals(session))
                .map(Slot::startsAt)
                .min(Comparator.naturalOrder());
    }

    /** When that session ends, or, of an activity as a whole, its last that was not cancelled. */
    public Optional<Instant> end(@Nullable UUID session) {
        return slots.stream()
                .filter(slot -> session == null ? !slot.cancelled() : slot.id().equals(session))
                .map(Slot::endsAt)
                .max(Comparator.naturalOrder());
    }

    /** In the reader's language, else the activity's own, else any. */
    public String titleFor(Locale reader) {
        return Translations.pick(title, slug, reader.getLanguage(), language);
    }
}
