package museum.atrium.recording.captions;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import museum.atrium.recording.captions.Captions.Track;
import museum.atrium.recording.catalogue.RecordingId;
import org.springframework.stereotype.Component;

/** Finds where something is said. */
@Component
public class Transcripts {

    /** Of one recording: there may be more of them than that. */
    public static final int MOST_HITS = 50;

    private final Captions captions;

    Transcripts(Captions captions) {
        this.captions = captions;
    }

    /**
     * @param seconds of the recording as it is shown
     * @param language of the captions in which it was found
     */
    public record Hit(long seconds, String text, String language) {

        public String time() {
            return TimeCodes.read(seconds);
        }
    }

    /** In the reader's language, else in the one that is spoken, else in any; without regard to case and accents. */
    public List<Hit> find(RecordingId recording, String spoken, Locale reader, String words) {
        String wanted = plain(words).strip();
        return wanted.isEmpty()
                ? List.of()
                : language(captions.of(recording), spoken, reader).stream()
                        .flatMap(language -> hits(recording, language, wanted))
                        .toList();
    }

    private Stream<Hit> hits(RecordingId recording, String language, String wanted) {
        return captions.text(recording, language).stream()
                .flatMap(text -> CaptionFile.read(text).stream())
                .filter(cue -> plain(cue.plain()).contains(wanted))
                .map(cue -> new Hit(cue.startMillis() / 1_000, cue.plain(), language))
                .limit(MOST_HITS);
    }

    private static Optional<String> language(List<Track> tracks, String spoken, Locale reader) {
        return in(tracks, reader.getLanguage())
                .or(() -> in(tracks, Locale.forLanguageTag(spoken).getLanguage()))
                .or(() -> tracks.stream().map(Track::language).findFirst());
    }

    private static Optional<String> in(List<Track> tracks, String language) {
        return tracks.stream()
                .map(Track::language)
                .filter(track -> Locale.forLanguageTag(track).getLanguage().equals(language))
                .findFirst();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
