package museum.atrium.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import museum.atrium.http.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplaintTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", emptyValue = "", textBlock = """
            capacity             | capacity  | ''
            title.pt-BR          | title     | pt-BR
            speakers[0].country  | speakers  | 1
            q2.min               | q         | 3
            q2.options.fr        | q         | 3
            line 12: email       | ''        | 12
            certificates.percent | certificates.percent | ''
            cover.alt            | cover.alt | ''
            cover.alt.fr         | cover.alt | fr
            people[99999999999]  | people    | ''
            """)
    void isAboutOneOfSeveral(String field, String name, String place) {
        Complaint complaint = Complaint.of(new FieldError(field, "is required"));

        assertThat(complaint.name()).isEqualTo(name);
        assertThat(complaint.place()).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            is required                                                          | is-required
            is required, in one language at least                                | is-required
            must lie between 1 and 1000000; null stands for no limit             | must-lie-between-and
            is not a time zone; write an IANA name like 'Europe/Paris'           | is-not-a-time-zone
            must have as many lines as in 'en': 3                                | must-have-as-many-lines-as-in
            of a published activity cannot change: people hold links             | of-a-published-activity-cannot-change
            """)
    void isKnownByItsFirstWords(String message, String key) {
        assertThat(Complaint.of(new FieldError("title", message)).key()).isEqualTo("frame.wrong." + key);
    }

    @Test
    void isSaidOfAFieldOfAnyLength() {
        String field = "title." + "aaa.".repeat(100_000);

        assertThat(Complaint.of(new FieldError(field, "is required")).field()).isEqualTo(field);
    }

    @Test
    void isSaidOfAColumnWhateverItIsCalled() {
        Complaint named = Complaint.of(new FieldError("line 1: field\n3", "is not a column that can be imported"));
        Complaint nameless = Complaint.of(new FieldError("line 2: field 3", "is under no column"));

        assertThat(named.place()).isEqualTo("1");
        assertThat(named.field()).isEqualTo("field\n3");
        assertThat(named.isNumbered()).isFalse();
        assertThat(nameless.field()).isEqualTo("3");
        assertThat(nameless.isNumbered()).isTrue();
    }

    @Test
    void keepsItsNumbers() {
        assertThat(Complaint.of(new FieldError("capacity", "must lie between 1 and 1000000; null stands for no limit"))
                        .numbers())
                .isEqualTo(List.of("1", "1000000"));
        assertThat(Complaint.of(new FieldError("line 3: email", "is not a mail address"))
                        .field())
                .isEqualTo("email");
    }
}
