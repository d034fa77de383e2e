package museum.atrium.notification.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import museum.atrium.notification.bounces.RecipientStatus.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipientStatusTest {

    @ParameterizedTest
    @CsvSource({
        "failed,    5.1.1,                             '',                            BOUNCED",
        "Failed,    5.1.1 (bad destination mailbox),   '',                            BOUNCED",
        "failed,    5.2.1,                             '',                            BOUNCED",
        "failed,    5.1.10,                            '',                            BOUNCED",
        "failed,    5.0.0,                             smtp; 550 5.1.1. No such user, BOUNCED",
        "failed,    5.0.0,                             smtp; 550 from 192.5.1.1,      RETURNED",
        "failed,    5.0.0,                             smtp; 550 no,                  RETURNED",
        "failed,    5.1.7,                             '',                            RETURNED",
        "failed,    5.1.11,                            '',                            RETURNED",
        "failed,    5.7.1,                             smtp; 550 5.1.1 no,            RETURNED",
        "failed,    '',                                smtp; 550 5.1.1 no,            BOUNCED",
        "failed,    '',                                '',                            RETURNED",
        "delayed,   4.2.2,                             '',                            DELAYED",
        "delayed,   5.1.1,                             '',                            DELAYED",
        "delivered, 2.0.0,                             '',                            NOTHING",
        "relayed,   2.0.0,                             '',                            NOTHING",
        "'',        5.1.1,                             '',                            NOTHING",
    })
    void whatFollowsFromWhatIsSaid(String action, String status, String diagnostic, Verdict verdict) {
        assertThat(new RecipientStatus(action, status, diagnostic).verdict()).isEqualTo(verdict);
    }

    @Test
    void whoIsGoneFromAListIsNotTheList() {
        DeliveryReport report = new DeliveryReport(
                List.of(),
                List.of(new RecipientStatus("failed", "5.1.1", ""), new RecipientStatus("delayed", "4.2.1", "")),
                Optional.empty(),
                List.of());

        assertThat(report.mildest().verdict()).isEqualTo(Verdict.DELAYED);
    }
}
