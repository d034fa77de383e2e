package museum.atrium.recording.processing;

import java.util.Arrays;
import java.util.List;
import museum.atrium.recording.processing.Source.Picture;

/**
 * One quality of the pictures, from which a player chooses by the connection that it has.
 *
 * @param shortSide of the pictures in pixels, so that one filmed upright is not made smaller than one filmed lying
 * @param mostKilobits a second
 */
record Rung(int shortSide, int width, int height, int mostKilobits) {

    private static final int[] SIDES = {1080, 720, 360};
    /** About 5,200 kbit/s for 1080p, 2,900 for 720p, 1,000 for 360p: larger pictures need less for each pixel. */
    private static final double KILOBITS = 0.096;

    private static final double GROWTH = 0.75;
    private static final int LEAST_KILOBITS = 300;

    /** The qualities of a recording, best first. None is larger than the source, nothing is gained by that. */
    static List<Rung> ladder(Picture picture) {
        List<Rung> rungs = Arrays.stream(SIDES)
                .filter(side -> side <= picture.shortSide())
                .mapToObj(side -> of(picture, side))
                .toList();
        return rungs.isEmpty() ? List.of(of(picture, picture.shortSide())) : rungs;
    }

    static Rung of(Picture picture, int side) {
        double scale = (double) side / picture.shortSide();
        int width = even(picture.width() * scale);
        int height = even(picture.height() * scale);
        int kilobits = (int) Math.round(Math.pow((double) width * height, GROWTH) * KILOBITS);
        return new Rung(side, width, height, Math.max(LEAST_KILOBITS, kilobits));
    }

    /** Colours are kept for squares of two by two. */
    private static int even(double pixels) {
        return Math.max(2, (int) Math.round(pixels / 2) * 2);
    }
}
