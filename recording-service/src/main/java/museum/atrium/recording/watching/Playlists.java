package museum.atrium.recording.watching;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import museum.atrium.recording.catalogue.Rendition;
import museum.atrium.recording.catalogue.Rendition.Stream;

/** HLS (RFC 8216) as it is sent: the qualities to choose from, and every address with the viewer's ticket. */
final class Playlists {

    static final String MEDIA_TYPE = "application/vnd.apple.mpegurl";

    private static final String SOUND = "sound";
    private static final Pattern ADDRESS = Pattern.compile("(URI=\")([^\"]+)(\")");

    private Playlists() {}

    /** Nothing when nothing can be streamed. */
    static Optional<String> master(List<Rendition> made, String language) {
        List<Rendition> streams =
                made.stream().filter(rendition -> rendition.stream() != null).toList();
        Optional<Rendition> sound = streams.stream()
                .filter(rendition -> streamOf(rendition).audible())
                .findFirst();
        List<Rendition> pictures = streams.stream()
                .filter(rendition -> !streamOf(rendition).audible())
                .toList();
        if (streams.isEmpty()) {
            return Optional.empty();
        }
        String entries = pictures.isEmpty()
                ? sound.map(Playlists::soundAlone).orElseThrow()
                : sound.map(rendition -> group(rendition, language)).orElse("")
                        + pictures.stream()
                                .map(rendition -> entry(rendition, sound))
                                .collect(Collectors.joining());
        return Optional.of("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n" + entries);
    }

    private static String group(Rendition sound, String language) {
        return "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"%s\",NAME=\"%s\",LANGUAGE=\"%s\",DEFAULT=YES,AUTOSELECT=YES,URI=\"%s\"\n"
                .formatted(SOUND, language, language, sound.playlistName());
    }

    private static String soundAlone(Rendition sound) {
        Stream stream = streamOf(sound);
        return "#EXT-X-STREAM-INF:BANDWIDTH=%d,CODECS=\"%s\"\n%s\n"
                .formatted(stream.bandwidth(), stream.codecs(), sound.playlistName());
    }

    private static String entry(Rendition pictures, Optional<Rendition> sound) {
        Stream stream = streamOf(pictures);
        int bandwidth = stream.bandwidth()
                + sound.map(with -> streamOf(with).bandwidth()).orElse(0);
        String codecs = stream.codecs()
                + sound.map(with -> "," + streamOf(with).codecs()).orElse("");
        String group = sound.isPresent() ? ",AUDIO=\"%s\"".formatted(SOUND) : "";
        return "#EXT-X-STREAM-INF:BANDWIDTH=%d,RESOLUTION=%dx%d,CODECS=\"%s\"%s\n%s\n"
                .formatted(bandwidth, stream.width(), stream.height(), codecs, group, pictures.playlistName());
    }

    private static Stream streamOf(Rendition rendition) {
        return Objects.requireNonNull(rendition.stream());
    }

    /** A player asks for what a playlist names as it stands there: without the ticket it would get nothing. */
    static String withTicket(String playlist, String ticket) {
        return playlist.lines()
                .map(line -> line.isEmpty() || line.startsWith("#")
                        ? ADDRESS.matcher(line).replaceAll("$1$2?t=" + Matcher.quoteReplacement(ticket) + "$3")
                        : line + "?t=" + ticket)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
