package museum.atrium.registration.organizers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import museum.atrium.registration.programme.ReminderDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistancesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 d, 1 h, 10 min | P7D PT1H PT10M",
                "2d 30min | P2D PT30M",
                "P1DT2H; PT45S | P1DT2H PT45S",
                "P1D PT1H PT10M | P1D PT1H PT10M",
                "1 D | P1D",
                "tomorrow | tomorrow",
                "3 weeks | 3 weeks"
            })
    void whatPeopleWriteIsUnderstoodOrLeftToBeRefused(String written, String read) {
        assertThat(Distances.read(written)).containsExactly(read.split(" "));
    }

    @Test
    void nothingIsNoReminder() {
        assertThat(Distances.read(" ")).isEmpty();
    }

    @Test
    void whatIsShownIsReadAsItWas() {
        List<String> stored = List.of("P7D", "PT1H", "PT10M", "P1DT2H", "PT45S");
        String shown =
                Distances.write(stored.stream().map(ReminderDistance::new).toList());

        assertThat(shown).isEqualTo("7 d, 1 h, 10 min, P1DT2H, PT45S");
        assertThat(Distances.read(shown)).isEqualTo(stored);
    }
}
