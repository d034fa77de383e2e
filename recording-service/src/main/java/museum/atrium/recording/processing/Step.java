package museum.atrium.recording.processing;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of the work on a recording that is done once, and not again after a crash. Its name is what the database and
 * organisers know it by.
 */
sealed interface Step {

    String name();

    /** How long it takes beside the others, roughly. */
    int weight();

    /** What it is about, for organisers: "… could not be made". */
    String about();

    /** How loud the sound is, so that the next step can make all recordings equally loud. */
    record Loudness() implements Step {
        @Override
        public String name() {
            return "LOUDNESS";
        }

        @Override
        public int weight() {
            return 1;
        }

        @Override
        public String about() {
            return "The measurement of its loudness";
        }
    }

    record Sound() implements Step {
        @Override
        public String name() {
            return "SOUND";
        }

        @Override
        public int weight() {
            return 2;
        }

        @Override
        public String about() {
            return "Its sound";
        }
    }

    record Pictures(Rung rung) implements Step {
        @Override
        public String name() {
            return "PICTURES_" + rung.shortSide();
        }

        @Override
        public int weight() {
            return Math.max(1, rung.mostKilobits() / 250);
        }

        @Override
        public String about() {
            return "Its pictures at %dp".formatted(rung.shortSide());
        }
    }

    /** Pictures and sound in one file. */
    record Download() implements Step {
        @Override
        public String name() {
            return "DOWNLOAD";
        }

        @Override
        public int weight() {
            return 1;
        }

        @Override
        public String about() {
            return "The video to download";
        }
    }

    record SoundDownload() implements Step {
        @Override
        public String name() {
            return "SOUND_DOWNLOAD";
        }

        @Override
        public int weight() {
            return 1;
        }

        @Override
        public String about() {
            return "The sound to download";
        }
    }

    record Poster() implements Step {
        @Override
        public String name() {
            return "POSTER";
        }

        @Override
        public int weight() {
            return 1;
        }

        @Override
        public String about() {
            return "The picture that stands for it";
        }
    }

    /** All that is to be done for a source, in order: the sound first, for it reads the whole file quickly. */
    static List<Step> of(Source source) {
        List<Step> steps = new ArrayList<>();
        Source.Picture picture = source.picture();
        if (source.sound() != null) {
            steps.add(new Loudness());
            steps.add(new Sound());
            steps.add(new SoundDownload());
        }
        if (picture != null) {
            steps.add(new Poster());
            Rung.ladder(picture).forEach(rung -> steps.add(new Pictures(rung)));
            steps.add(new Download());
        }
        return steps;
    }
}
