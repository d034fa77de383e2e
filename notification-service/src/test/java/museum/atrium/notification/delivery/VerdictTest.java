package museum.atrium.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            550 | 550 5.1.1 No such user              | true  | true
            550 | 550-5.1.1 No such user              | true  | true
            550 | 550 No such user here               | true  | false
            553 | 553 Mailbox name not allowed        | true  | false
            550 | 550 5.2.1 Mailbox disabled          | true  | true
            550 | 550 5.1.10 Recipient address has null MX | true | true
            550 | 550 5.7.1 Relaying denied           | false | false
            554 | 554 5.7.1 Rejected as spam          | false | false
            554 | 554 Transaction failed              | false | false
            552 | 552 Mailbox full                    | false | false
            552 | 552 5.2.2 Mailbox full              | false | false
            550 | 550 5.1.8 Bad sender                | false | false
            """)
    void nobodyIsThereWhereTheServerSaysSo(int code, String reply, boolean onRecipient, boolean onContent) {
        Verdict verdict = new Verdict(code, reply);

        assertThat(verdict.onRecipient()).isEqualTo(onRecipient);
        assertThat(verdict.onContent()).isEqualTo(onContent);
    }
}
