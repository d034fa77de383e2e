package museum.atrium.localstack.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import museum.atrium.localstack.StackFailure;
import org.junit.jupiter.api.Test;

class CompilerTest {

    @Test
    void whoDoesNotMeasureWantsItReadySoon() {
        assertThat(Compiler.in(Map.of())).isEqualTo(Compiler.QUICK);
        assertThat(Compiler.in(Map.of("ATRIUM_COMPILER", " "))).isEqualTo(Compiler.QUICK);
        assertThat(Compiler.in(Map.of("ATRIUM_COMPILER", "full")).options()).isEmpty();
    }

    @Test
    void aWordThatIsNotKnownIsNamed() {
        assertThatThrownBy(() -> Compiler.in(Map.of("ATRIUM_COMPILER", "fast")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContainingAll("ATRIUM_COMPILER", "fast", "quick or full");
    }
}
