package museum.atrium.recording.processing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of segments that ffmpeg has written, by the name under which the bytes will be found.
 *
 * @param bandwidth of the segment that needs most, in bits per second
 */
record Segments(String playlist, int count, int bandwidth) {

    /** The last one may be a single frame, which says nothing of what a line has to bear. */
    private static final double SHORTEST_COUNTED = 1;

    private static final Pattern LENGTH = Pattern.compile("#EXTINF:([0-9.]+),.*");
    private static final Pattern BYTES = Pattern.compile("#EXT-X-BYTERANGE:([0-9]+)@?.*");
    private static final Pattern INITIALIZATION = Pattern.compile("(#EXT-X-MAP:URI=\")[^\"]*(\".*)");

    static Segments read(String written, String name) {
        StringBuilder playlist = new StringBuilder();
        int count = 0;
        double seconds = 0;
        double most = 0;
        for (String line : written.lines().toList()) {
            Matcher length = LENGTH.matcher(line);
            Matcher bytes = BYTES.matcher(line);
            if (length.matches()) {
                seconds = Double.parseDouble(length.group(1));
                count++;
            } else if (bytes.matches() && (seconds >= SHORTEST_COUNTED || most == 0 && seconds > 0)) {
                most = Math.max(most, Long.parseLong(bytes.group(1)) * 8 / seconds);
            }
            boolean address = !line.startsWith("#") && !line.isBlank();
            playlist.append(address ? name : INITIALIZATION.matcher(line).replaceFirst("$1" + name + "$2"))
                    .append('\n');
        }
        return new Segments(playlist.toString(), count, (int) Math.min(Integer.MAX_VALUE, Math.ceil(most)));
    }
}
