package museum.atrium.notification.delivery;

import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import museum.atrium.inbox.scripted.Moment;
import museum.atrium.inbox.scripted.Reaction;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithScriptedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class MailServerFaultsTest extends WithScriptedServer {

    private final Story story = new Story();
    private final UUID somebody = story.somebody();

    @BeforeEach
    void theActivityIsKnown() {
        announcer.tell(story.published());
    }

    @ParameterizedTest
    @EnumSource(names = {"RCPT", "DATA", "DOT"})
    void whatIsRefusedForNowIsTriedAgain(Moment moment) {
        follow(somebody, moment, time -> time == 0, Reaction.answer(451, "4.7.1 Greylisted, try again"));
        confirm(somebody);

        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        assertThat(outbound.attempts(somebody)).containsExactly("DEFERRED");
        assertThat(accepted(somebody)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"RCPT", "DATA", "DOT"})
    void whatIsRefusedForGoodHasFailedAndKeepsNobodyElseFromTheirs(Moment moment) {
        UUID other = story.somebody();
        follow(somebody, moment, time -> true, Reaction.answer(550, "5.1.1 No such user"));
        confirm(somebody, other);

        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION FAILED"));
        eventually(() -> assertThat(outbound.of(other)).containsExactly("CONFIRMATION SENT"));
        assertThat(outbound.reasons(somebody)).containsExactly("refused by the mail server");
    }

    /** Commands go ahead of their answers, so that what went behind a refusal is answered as well. */
    @Test
    void afterARefusedSenderTheConversationIsStillInStep() {
        AtomicInteger mails = new AtomicInteger();
        smtp().follow((moment, mail) -> moment == Moment.MAIL && mails.getAndIncrement() == 0
                ? Reaction.answer(451, "4.3.0 Later")
                : Reaction.accept());
        confirm(somebody);

        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        assertThat(outbound.attempts(somebody)).containsExactly("DEFERRED");
        assertThat(accepted(somebody)).hasSize(1);
    }

    @Test
    void aServerWithoutExtensionsIsSpokenToStepByStepAndTakesAsciiAddressesOnly() {
        UUID abroad = story.somebody();
        AtomicBoolean greeted = new AtomicBoolean();
        smtp().follow((moment, mail) -> {
            if (moment == Moment.EHLO) {
                greeted.set(true);
                return Reaction.answer(250, "scripted");
            }
            // Connections that were kept from before know the extensions of before.
            return moment == Moment.MAIL && !greeted.get() ? Reaction.hangUp() : Reaction.accept();
        });
        confirm(somebody);
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        greeted.set(false);
        announcer.tell(story.contact(abroad, 1, "josé-%s@example.org".formatted(abroad)), story.confirmed(abroad));

        eventually(() -> assertThat(outbound.of(abroad)).containsExactly("CONFIRMATION FAILED"));
        assertThat(outbound.replies(abroad)).singleElement().asString().contains("SMTPUTF8");
        assertThat(accepted(somebody)).hasSize(1);
    }

    @Test
    void aFullMailboxIsFinalAlthoughTheLibraryThinksOtherwise() {
        follow(somebody, Moment.RCPT, time -> true, Reaction.answer(552, "5.2.2 Mailbox full"));
        confirm(somebody);
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION FAILED"));
    }

    @ParameterizedTest
    @EnumSource(names = {"RCPT", "DATA", "DOT"})
    void aServerThatIsClosingIsNotTheMailsFault(Moment moment) {
        follow(somebody, moment, time -> time < 3, Reaction.answer(421, "4.3.2 Shutting down"));
        confirm(somebody);

        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        assertThat(outbound.attempts(somebody)).isEmpty();
        assertThat(accepted(somebody)).hasSize(1);
    }

    @Test
    void whenTheLastAnswerDoesNotComeTheMailGoesAgainWithTheSameMessageId() {
        follow(somebody, Moment.DOT, time -> time == 0, Reaction.hangUp());
        confirm(somebody);

        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        assertThat(outbound.attempts(somebody)).containsExactly("UNKNOWN");
        assertThat(received(somebody)).hasSize(2).allMatch(received(somebody).getFirst()::equals);
        assertThat(received(somebody).getFirst()).endsWith("@mail.example.org>").doesNotContain(somebody.toString());
    }

    @Test
    void aConnectionThatEndsBeforeTheMailWasWholeIsNoAttempt() {
        follow(somebody, Moment.RCPT, time -> time < 2, Reaction.hangUp());
        confirm(somebody);
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        assertThat(outbound.attempts(somebody)).isEmpty();
    }

    @Test
    void aServerSlowerThanTheLeaseGetsEachMailOnce() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        List<UUID> people = people(20);
        smtp().follow((moment, mail) ->
                moment == Moment.DOT ? Reaction.after(answer, Reaction.accept()) : Reaction.accept());
        confirm(people.toArray(UUID[]::new));

        throughout(
                Duration.ofSeconds(11),
                () -> assertThat(people)
                        .allSatisfy(one -> assertThat(outbound.attempts(one)).isEmpty()));
        answer.complete(null);
        eventually(() -> assertThat(people)
                .allSatisfy(one -> assertThat(outbound.of(one)).containsExactly("CONFIRMATION SENT")));
        assertThat(people).allSatisfy(one -> assertThat(received(one)).hasSize(1));
    }

    /** Some say that they are closing to one recipient's mails for as long as there are too many of them. */
    @Test
    void aServerThatIsAlwaysClosingForOneMailKeepsNobodyElseFromTheirs() {
        List<UUID> others = people(20);
        follow(somebody, Moment.RCPT, time -> true, Reaction.answer(421, "4.7.0 Too many mails, try later"));
        confirm(somebody);
        confirm(others.toArray(UUID[]::new));

        eventually(() -> assertThat(others)
                .allSatisfy(one -> assertThat(outbound.of(one)).containsExactly("CONFIRMATION SENT")));
        eventually(() -> assertThat(outbound.attempts(somebody)).contains("DEFERRED"));
    }

    @Test
    void behindAMailThatHangsNobodyWaits() {
        List<UUID> people = people(20);
        confirm(people.toArray(UUID[]::new));
        eventually(() -> assertThat(people)
                .allSatisfy(one -> assertThat(outbound.of(one)).containsExactly("CONFIRMATION SENT")));
        CompletableFuture<Void> answer = new CompletableFuture<>();
        follow(people.getFirst(), Moment.DOT, time -> true, Reaction.after(answer, Reaction.accept()));

        announcer.tell(story.reminder(Instant.now()));

        eventually(() -> assertThat(people.subList(1, people.size()))
                .allSatisfy(one -> assertThat(outbound.of(one)).contains("REMINDER SENT")));
        assertThat(outbound.of(people.getFirst())).contains("REMINDER SENDING");
        answer.complete(null);
        eventually(() -> assertThat(outbound.of(people.getFirst())).contains("REMINDER SENT"));
        assertThat(people).allSatisfy(one -> assertThat(received(one)).hasSize(2));
    }

    private List<UUID> people(int number) {
        return IntStream.range(0, number).mapToObj(one -> story.somebody()).toList();
    }

    @Test
    void aServerThatIsAwayIsWaitedFor() {
        restart(() -> {
            confirm(somebody);
            throughout(
                    Duration.ofSeconds(2),
                    () -> assertThat(outbound.of(somebody)).doesNotContain("CONFIRMATION FAILED", "CONFIRMATION SENT"));
        });
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        assertThat(accepted(somebody)).hasSize(1);
    }

    @Test
    void aMailCarriesTheCalendarAsItIsWhenItGoesNotAsItWasPlanned() {
        follow(somebody, Moment.DOT, time -> time == 0, Reaction.answer(451, "4.3.0 Later"));
        confirm(somebody);
        eventually(() -> assertThat(outbound.attempts(somebody)).isNotEmpty());
        announcer.tell(story.moved(2, story.startsAt.plusSeconds(3_600)));

        eventually(() -> {
            assertThat(outbound.of(somebody)).hasSize(2);
            assertThat(outbound.unfinished()).isZero();
        });
        // The first attempt may have reached the calendar with 0; what tells the new times says 1, whoever is first.
        assertThat(acceptedCalendars(somebody)).isNotEmpty().allMatch(calendar -> calendar.contains("SEQUENCE:1"));
    }

    @Test
    void nothingThatIsLoggedNamesAnAddress(CapturedOutput output) {
        UUID other = story.somebody();
        smtp().follow((moment, mail) -> moment == Moment.RCPT
                ? Reaction.answer(mail.to().contains(Story.address(other)) ? 550 : 421, "No <" + mail.to() + ">")
                : Reaction.accept());
        confirm(somebody, other);
        eventually(() -> assertThat(outbound.of(other)).containsExactly("CONFIRMATION FAILED"));
        acceptEverythingAgain();
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));

        assertThat(output.getAll())
                .contains("refused by the mail server and is not tried again")
                .doesNotContain("@example.org", "Mariana");
    }

    private void acceptEverythingAgain() {
        smtp().follow((moment, mail) -> Reaction.accept());
    }

    private void confirm(UUID... people) {
        for (UUID one : people) {
            announcer.tell(story.contact(one), story.confirmed(one));
        }
    }
}
