package museum.atrium.recording.processing;

import static org.assertj.core.api.Assertions.assertThat;

import museum.atrium.recording.processing.Source.Picture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RungTest {

    @ParameterizedTest
    @CsvSource({
        "3840, 2160, 1920x1080 1280x720 640x360",
        "1920, 1080, 1920x1080 1280x720 640x360",
        "1440, 900, 1152x720 576x360",
        "720, 1280, 720x1280 360x640",
        "640, 480, 480x360",
        "320, 240, 320x240",
        "161, 91, 162x92",
        "1, 1, 2x2"
    })
    void qualitiesAreNeverLargerThanTheSourceAndKeepItsShape(int width, int height, String expected) {
        assertThat(Rung.ladder(new Picture(0, width, height, 25)).stream()
                        .map(rung -> rung.width() + "x" + rung.height()))
                .containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"1080, 5246", "720, 2855", "360, 1010"})
    void eachQualityHasTheBitsThatItNeeds(int side, int kilobits) {
        assertThat(Rung.of(new Picture(0, 1920, 1080, 25), side).mostKilobits()).isEqualTo(kilobits);
    }
}
