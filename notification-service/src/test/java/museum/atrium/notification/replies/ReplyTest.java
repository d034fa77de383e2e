package museum.atrium.notification.replies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplyTest {

    @Test
    void addressesAreLeftOut() {
        assertThat(Reply.withoutAddresses("550 5.1.1 <mariana@example.org>: no such user\r\nmariana@example.org?"))
                .isEqualTo("550 5.1.1 <(address)>: no such user (address)");
    }

    @Test
    void longRepliesAreCut() {
        assertThat(Reply.withoutAddresses("x".repeat(5_000))).hasSize(300);
    }

    @Test
    void noReplyIsAnEmptyOne() {
        assertThat(Reply.withoutAddresses(null)).isEmpty();
    }
}
