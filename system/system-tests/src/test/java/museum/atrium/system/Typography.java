package museum.atrium.system;

/** Spaces and quotes that look alike made alike, so that words can be compared. */
final class Typography {

    private Typography() {}

    static String plain(String text) {
        return text.replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace('\u2019', '\'')
                .replace("&nbsp;", " ")
                .replace("&#39;", "'")
                .replaceAll("\\s+", " ");
    }
}
