package museum.atrium.recording.watching;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import museum.atrium.recording.audience.KnownActivity;
import museum.atrium.recording.captions.TimeCodes;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import org.jspecify.annotations.Nullable;

/** What a viewer gets to see. */
sealed interface Shown {

    /** There is no such activity, or nothing of it is published. */
    record Nothing() implements Shown {}

    /** Something is published, and none of it is for this viewer. */
    record Closed(KnownActivity activity) implements Shown {}

    /**
     * It could be watched, and can be no longer.
     *
     * @param end of the last of them
     */
    record Over(KnownActivity activity, Instant end) implements Shown {}

    /**
     * What this viewer may watch, and how many more there are for others.
     *
     * @param alone one recording was asked for, of perhaps several
     * @param registered by the link of a registration, which still counts
     */
    record Open(KnownActivity activity, List<Item> items, int hidden, boolean alone, boolean registered)
            implements Shown {}

    /**
     * One recording of the page.
     *
     * @param playback null: it lies elsewhere
     */
    record Item(
            Recording recording,
            @Nullable Playback playback,
            List<Spoken> captions,
            List<Part> chapters,
            List<Document> documents) {

        public RecordingId id() {
            return recording.id();
        }

        public String title() {
            return recording.title();
        }

        public String language() {
            return recording.language();
        }

        public @Nullable String link() {
            return recording.link() == null ? null : recording.link().toString();
        }
    }

    /**
     * Addresses below this origin.
     *
     * @param name the last part of the media's
     * @param stream the same as the media, for players that choose among qualities by themselves
     * @param poster shown until it plays
     * @param sound what can be heard without the pictures, to download
     * @param made by processing, so that it can be downloaded as a whole
     * @param views where a player tells that it plays; null: nobody counts
     */
    record Playback(
            String name,
            String media,
            String mediaType,
            boolean audible,
            @Nullable String stream,
            @Nullable String poster,
            @Nullable String sound,
            boolean made,
            @Nullable String chapterTrack,
            @Nullable String views) {}

    /**
     * Captions in one language.
     *
     * @param translation into another language than the one that is spoken
     */
    record Spoken(String language, String address, boolean translation) {

        /** By its own name, as in a list of languages. */
        public String name() {
            Locale locale = Locale.forLanguageTag(language);
            return locale.getDisplayName(locale);
        }

        /** Whether who reads this language sees them without asking: they understand what is said, or need them. */
        public boolean preferredBy(Locale reader) {
            return translation && Locale.forLanguageTag(language).getLanguage().equals(reader.getLanguage());
        }
    }

    /** Slides or a handout. */
    record Document(String name, String address) {}

    /**
     * A chapter.
     *
     * @param seconds where it begins
     * @param speakers joined, empty when none is named
     */
    record Part(long seconds, String title, String speakers) {

        public String time() {
            return TimeCodes.read(seconds);
        }
    }
}
