package museum.atrium.notification.composing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What a participant reads, kind by kind. */
class KindsTest {

    private static final Letters SAMPLE = Letters.sample();
    private static final String WHEN = "Monday, 1 March 2027, 15:00–16:30 (Central European Time, Europe/Paris)";
    private static final String JOIN = Letters.joinLink(Letters.sessionId(1)).toString();
    private static final String MANAGE = "http://localhost:8080/registrations/" + Letters.TOKEN;

    @Test
    void aConfirmationSaysWhatWhenHowToJoinAndHowToLeave() {
        Mail mail = SAMPLE.mail(MailKind.CONFIRMATION);

        assertThat(mail.header("Subject")).isEqualTo("Confirmed: Caring for collections");
        assertThat(mail.text()).contains("Your place is confirmed", WHEN, JOIN, "change or cancel", MANAGE);
        assertThat(mail.html())
                .contains("https://calendar.google.com/", "https://outlook.live.com/", "https://calendar.yahoo.com/")
                .contains("dates=20270301T140000Z%2F20270301T153000Z");
    }

    @Test
    void aConfirmationTellsTheRecordingsThatAreThereAlready() {
        Letter letter = SAMPLE.with(MailKind.CONFIRMATION, Letters.recording());

        assertThat(SAMPLE.mail(letter).text())
                .contains(
                        "Caring for collections: the recording",
                        Letters.recording().watch().toString());
    }

    @Test
    void theWaitingListIsNoPlaceAndHasNoWayIn() {
        Mail mail = SAMPLE.mail(MailKind.WAITLISTED);

        assertThat(mail.text())
                .contains("you do not have a place yet", "it is yours automatically", WHEN, MANAGE)
                .doesNotContain("/join/", "calendar");
        assertThat(mail.calendars()).isEmpty();
    }

    @Test
    void aPromotionGivesThePlaceWithItsInvitation() {
        Mail mail = SAMPLE.mail(MailKind.PROMOTION);

        assertThat(mail.text()).contains("A place has become free for you", WHEN, JOIN);
        assertThat(mail.calendars()).hasSize(2);
    }

    @Test
    void aCancellationTakesTheEntryAwayAndInvitesNobodyIn() {
        Mail mail = SAMPLE.mail(MailKind.CANCELLATION);

        assertThat(mail.text())
                .contains("has been cancelled", "removes this from your calendar")
                .doesNotContain("/join/", "change or cancel");
    }

    @Test
    void asSecondSignUpTellsThatNothingHasChanged() {
        assertThat(SAMPLE.mail(MailKind.ALREADY_REGISTERED).text())
                .contains("Nothing has changed", "You have a confirmed place.", JOIN, MANAGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WAITLISTED |                      | You are on the waiting list and do not have a place yet.",
                "WAITLISTED | 2027-02-03T11:00:00Z | A place is kept for you until Wednesday, 3 February 2027, 12:00 (Central European Time, Europe/Paris).",
                "WAITLISTED | 2027-02-01T08:59:00Z | You are on the waiting list and do not have a place yet.",
                "REQUESTED  |                      | The organiser has not decided about your registration yet",
                "INTERESTED |                      | Your interest is noted. It does not reserve a place.",
            })
    void aSecondSignUpTellsHowTheRegistrationStands(Standing standing, @Nullable String answerBy, String state) {
        Letters letters = SAMPLE.standing(standing, answerBy);
        for (MailKind kind : List.of(MailKind.ALREADY_REGISTERED, MailKind.CHANGED)) {
            assertThat(letters.mail(letters.letter(kind, List.of(), false)).text())
                    .contains(state, MANAGE)
                    .doesNotContain("You have a confirmed place.", "/join/");
        }
    }

    @Test
    void anOptInAsksWhoseTheAddressIsAndOffersNothingElse() {
        Mail mail = SAMPLE.mail(MailKind.OPT_IN);

        assertThat(mail.header("Subject")).isEqualTo("Please confirm your registration: Caring for collections");
        assertThat(mail.text())
                .contains("by Wednesday, 3 February 2027, 12:00 (Central European Time, Europe/Paris)")
                .contains("If it was not you, there is nothing that you need to do.")
                .containsSubsequence("Confirm my registration", MANAGE, WHEN)
                .doesNotContain("/join/", "calendar.", "Manage my registration", "One hour on storage");
        assertThat(addresses(mail.html())).containsExactly(MANAGE);
        assertThat(mail.calendars()).isEmpty();
    }

    @Test
    void aMessageBringsTheOrganisersWordsAndTheWayToOnesRegistration() {
        Mail mail = SAMPLE.mail(MailKind.MESSAGE);

        assertThat(mail.header("Subject")).isEqualTo("What to bring on Monday");
        assertThat(mail.text().replace("\r\n", "\n"))
                .containsSubsequence(
                        "A message from the organiser",
                        "Dear Mariana Example,",
                        "the organiser of “Caring for collections” writes to you:",
                        "Please have one of your boxes at hand.\nAny box will do.\n\nThe plans: "
                                + "https://museum.example.org/plans?floor=1&room=2.",
                        "Caring for collections",
                        MANAGE,
                        "because this address was registered for “Caring for collections”")
                .doesNotContain("dates have not been announced", "/join/");
        assertThat(mail.html()).contains("at hand.<br>Any box will do.");
        assertThat(addresses(mail.html()))
                .containsExactly(
                        "https://museum.example.org/plans?floor=1&amp;room=2", MANAGE, Letters.UNSUBSCRIBE.toString());
        assertThat(mail.calendars()).isEmpty();
    }

    @Test
    void aMessageIsInTheReadersLanguageAsFarAsItIsWrittenInIt() {
        Mail french = SAMPLE.in("fr-CA").mail(MailKind.MESSAGE);
        assertThat(french.header("Subject")).isEqualTo("À prévoir pour lundi");
        assertThat(french.text()).contains("Un message de l’organisation", "une boîte à portée de main");

        Mail german = SAMPLE.in("de").mail(MailKind.MESSAGE);
        assertThat(german.header("Subject")).isEqualTo("What to bring on Monday");
        assertThat(german.text()).contains("Eine Nachricht der Veranstaltenden", "one of your boxes");
        assertThat(german.html()).contains("lang=\"en\"");
    }

    @Test
    void aMessageToWhoIsOnlyInterestedSaysSo() {
        Mail mail = SAMPLE.standing(Standing.INTERESTED, null).mail(MailKind.MESSAGE);

        assertThat(mail.text()).contains("noted as interested in").doesNotContain("was registered for");
    }

    @Test
    void theDeadlineIsInTheReadersZone() {
        assertThat(SAMPLE.to("Ana", "es", "America/Bogota").mail(MailKind.OFFER).text())
                .contains(
                        "antes del miércoles, 3 de febrero de 2027, 6:00 (hora estándar de Colombia, America/Bogota)");
    }

    @Test
    void whoAsksForApprovalLearnsThatTheyHaveNoPlaceYet() {
        Mail mail = SAMPLE.mail(MailKind.APPROVAL_REQUESTED);

        assertThat(mail.text())
                .contains("The organiser decides", "as soon as the organiser has decided", WHEN, MANAGE)
                .doesNotContain("/join/");
        assertThat(mail.calendars()).isEmpty();
    }

    @Test
    void aRefusalLeavesTheNextStepToTheOrganiser() {
        assertThat(SAMPLE.mail(MailKind.DECLINED).text())
                .contains("cannot give you a place", "Should the organiser invite you")
                .doesNotContain("change or cancel", "/join/");
    }

    @Test
    void anOfferSaysUntilWhenAndWhatHappensThen() {
        Mail mail = SAMPLE.mail(MailKind.OFFER);

        assertThat(mail.text())
                .contains("Please accept it by Wednesday, 3 February 2027, 12:00")
                .contains("afterwards it goes to the next person")
                .containsSubsequence("Accept my place", MANAGE, WHEN)
                .doesNotContain("/join/", "Manage my registration");
        assertThat(mail.html()).contains(">Accept my place</a>");
        assertThat(mail.calendars()).isEmpty();
    }

    @Test
    void anOfferThatLapsedInvitesToSignUpAgain() {
        assertThat(SAMPLE.mail(MailKind.OFFER_LAPSED).text())
                .contains("was not accepted in time", "you are welcome to register again");
    }

    @Test
    void interestIsNotedWithoutPromisingAPlace() {
        assertThat(SAMPLE.mail(MailKind.INTEREST_NOTED).text())
                .contains("one email as soon as the dates are known", "does not reserve a place")
                .contains("The dates have not been announced yet.");
    }

    @Test
    void aSubscriptionIsSpokenOfAsOne() {
        for (MailKind kind :
                List.of(MailKind.OPT_IN, MailKind.SUBSCRIBED, MailKind.ALREADY_REGISTERED, MailKind.CANCELLATION)) {
            Mail mail = SAMPLE.ofSeries().mail(SAMPLE.ofSeries().letter(kind, List.of(), false));

            assertThat(mail.header("Subject")).endsWith(": Museums at work");
            assertThat(mail.text())
                    .contains("subscri", MANAGE, "Museums at work\r\nSeries")
                    .doesNotContain(
                            "registration:", "Your registration\r\n", "second place", "dates", "confirmed place");
            assertThat(mail.structure()).isEqualTo("alternative(plain, html)");
        }
        assertThat(SAMPLE.ofSeries().mail(MailKind.OPT_IN).text())
                .contains("please confirm it by Wednesday, 3 February 2027", "Confirm my subscription\r\n" + MANAGE)
                .contains("somebody entered this address to subscribe to “Museums at work”");
    }

    @ParameterizedTest
    @FieldSource("museum.atrium.notification.composing.WordingTest#LANGUAGES")
    void aSubscriberReadsInTheirLanguageAndZoneWhatIsNew(String language) {
        Mail mail = SAMPLE.to("Mariana Example", language, "America/Sao_Paulo").mail(MailKind.NEW_IN_SERIES);

        String series = language.equals("fr") ? "Les musées au travail" : "Museums at work";
        assertThat(mail.header("List-Id")).contains(Letters.series().id().toString());
        assertThat(mail.text())
                .contains(series, "America/Sao_Paulo", "Europe/Paris", "One hour on storage", MANAGE)
                .contains(Wording.in(language).say("new-in-series.more"))
                .contains(Wording.in(language).say("footer.subscribed", "title", series))
                .contains(Wording.in(language).say("new-in-series.action") + "\r\n" + MANAGE);
    }

    @Test
    void theDatesComeWithTheWayToAPlace() {
        Mail mail = SAMPLE.mail(MailKind.NOW_DATED);

        assertThat(mail.header("Subject")).isEqualTo("The dates are set: Caring for collections");
        assertThat(mail.text())
                .containsSubsequence("does not reserve a place", "Confirm my registration", MANAGE, WHEN)
                .doesNotContain("/join/");
        assertThat(mail.calendars()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"P2D,2 days", "P1D,one day", "PT36H,36 hours", "PT1H,one hour", "PT90M,90 minutes"})
    void whereAPlaceIsOfferedTheWaitingListDoesNotPromiseIt(Duration placeOffers, String period) {
        assertThat(SAMPLE.offering(placeOffers).mail(MailKind.WAITLISTED).text())
                .contains(
                        "we will offer it to you by email and keep it for " + period + ".",
                        "Please accept it in that time")
                .doesNotContain("automatically");
    }

    @Test
    void whoIsOfferedAColleaguesPlaceLearnsWhatItIsAndIsNotCalledByANameThatOthersTyped() {
        Mail mail = SAMPLE.mail(MailKind.TRANSFER_OFFERED);

        assertThat(mail.header("Subject")).isEqualTo("A place is offered to you: Caring for collections");
        assertThat(mail.text())
                .contains("please accept it by Wednesday, 3 February 2027, 12:00", "One hour on storage", WHEN)
                .contains("If you do not want it, there is nothing that you need to do")
                .containsSubsequence("Accept the place", MANAGE, WHEN)
                .doesNotContain("/join/", "Mariana", "Manage my registration");
        assertThat(addresses(mail.html())).containsExactly(MANAGE);
        assertThat(mail.calendars()).isEmpty();
    }

    @Test
    void whoHasPassedTheirPlaceOnIsOutOfIt() {
        Mail mail = SAMPLE.mail(MailKind.TRANSFERRED);

        assertThat(mail.text())
                .contains("has been passed on", "removes this from your calendar", "please tell the organiser")
                .doesNotContain("/join/", "change or cancel");
    }

    @Test
    void aNewAddressIsAskedWhoseItIs() {
        Mail mail = SAMPLE.mail(MailKind.ADDRESS_PROVING);

        assertThat(mail.text())
                .contains("please confirm it by Wednesday, 3 February 2027, 12:00", "your address is deleted")
                .containsSubsequence("Confirm this address", MANAGE, WHEN)
                .doesNotContain("/join/", "Mariana", "One hour on storage");
        assertThat(addresses(mail.html())).containsExactly(MANAGE);
    }

    @Test
    void theOldAddressLearnsThatAnotherIsAskedFor() {
        Mail mail = SAMPLE.mail(MailKind.ADDRESS_ASKED);

        assertThat(mail.text())
                .contains("Nothing changes until that address is confirmed", "tell the organiser", MANAGE)
                .doesNotContain("/join/", "The dates have not been announced yet.");
        assertThat(mail.html()).as("beside the subject").containsPattern("display:none[^>]*>Somebody, most likely you");
    }

    @Test
    void theNewAddressGetsEverythingAnew() {
        Mail mail = SAMPLE.mail(MailKind.ADDRESS_CHANGED);

        assertThat(mail.text())
                .contains("come to this address from now on", "no longer work", "You have a confirmed place.")
                .contains(WHEN, JOIN, MANAGE, "A calendar invitation is attached");
        assertThat(mail.calendars()).hasSize(2);
    }

    @Test
    void ofASubscriptionTheAddressChangesWithoutAWordOfPlaces() {
        Letters series = SAMPLE.ofSeries();

        assertThat(series.mail(series.letter(MailKind.ADDRESS_CHANGED, List.of(), false))
                        .text())
                .contains("Emails about “Museums at work”", "Your subscription")
                .doesNotContain("place", "our registration", "dates");
    }

    @Test
    void theLinksToEverythingAreOneMail() throws MessagingException {
        Mail mail = SAMPLE.mail(MailKind.LINKS);

        assertThat(mail.message().getHeader("List-Id"))
                .as("of which activity of several")
                .isNull();
        assertThat(mail.header("Subject")).isEqualTo("Your personal links");
        assertThat(mail.text())
                .containsSubsequence(
                        "Tuesday, 23 March 2027 – Wednesday, 24 March 2027 (Central European Time, Europe/Paris)",
                        "You have a confirmed place.",
                        Letters.manageLink(1).toString(),
                        WHEN,
                        "You are on the waiting list",
                        Letters.manageLink(2).toString(),
                        "A place is kept for you until Wednesday, 3 February 2027, 12:00",
                        Letters.manageLink(3).toString(),
                        "It has not been confirmed yet. Please confirm it by Wednesday, 3 February 2027, 12:00",
                        Letters.manageLink(4).toString(),
                        "The dates have not been announced yet.",
                        "Your interest is noted.",
                        Letters.manageLink(5).toString(),
                        "Museums at work",
                        "You are subscribed.",
                        "Manage my subscription",
                        Letters.manageLink(6).toString(),
                        "All of it in your calendar",
                        "Keep the address to yourself",
                        Letters.CALENDAR.toString())
                .doesNotContain(MANAGE + "\r\n", "/join/");
        assertThat(addresses(mail.html())).hasSize(7).last().isEqualTo(Letters.CALENDAR.toString());
    }

    @Test
    void whatIsCancelledOrTooLateIsListedAsWhatItIs() {
        RegistrationInfo late = new RegistrationInfo(Standing.UNPROVED, Role.PARTICIPANT, SAMPLE.now());
        HeldInfo cancelled = new HeldInfo(
                new RegistrationInfo(Standing.CONFIRMED, Role.PARTICIPANT, null),
                SAMPLE.activity(),
                true,
                SAMPLE.sessions(),
                Letters.manageLink(2));
        HeldInfo overdue = new HeldInfo(late, SAMPLE.activity(), false, SAMPLE.sessions(), Letters.manageLink(1));

        assertThat(SAMPLE.mail(SAMPLE.links(List.of(overdue, cancelled))).text())
                .containsSubsequence(
                        "Your personal page shows where", Letters.manageLink(1).toString())
                .containsSubsequence(WHEN, "Cancelled", Letters.manageLink(2).toString())
                .doesNotContain("Please confirm it by", "confirmed place");
    }

    @Test
    void aHundredLinksStayWithinWhatGmailShows() {
        List<HeldInfo> hundred = IntStream.range(0, 100)
                .mapToObj(number -> Letters.held(
                        number,
                        Standing.WAITLISTED,
                        null,
                        SAMPLE.activity(),
                        SAMPLE.sessions().getFirst()))
                .toList();

        assertThat(SAMPLE.mail(SAMPLE.links(hundred)).piece("text/html").content())
                .hasSizeLessThan(102_000);
    }

    private static List<String> addresses(String html) {
        return Pattern.compile("href=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void aReminderSaysHowSoonAndWhereToGo() {
        Mail mail = SAMPLE.writtenAt("2027-02-28T14:00:02Z").mail(MailKind.REMINDER);

        assertThat(mail.header("Subject"))
                .isEqualTo("Reminder: Caring for collections (Monday, 1 March 2027, 15:00, Central European Time)");
        assertThat(mail.text())
                .contains("“Caring for collections” starts tomorrow at 15:00 (Central European Time).", WHEN, JOIN);
    }

    @Test
    void aMovedSessionShowsTheNewTimeFirstAndTheOldOneStruck() {
        Mail mail = SAMPLE.mail(MailKind.SESSION_RESCHEDULED);

        String old = "Monday, 22 February 2027, 15:00–16:30 (Central European Time, Europe/Paris)";
        assertThat(mail.text()).containsSubsequence("has been moved", WHEN, "Previously: " + old);
        assertThat(mail.html()).contains("<s>" + old + "</s>").doesNotContain("<s>" + WHEN);
        assertThat(mail.html())
                .containsSubsequence(
                        "add the new time and remove the old one:",
                        "https://calendar.google.com/",
                        "dates=20270301T140000Z%2F20270301T153000Z",
                        "https://outlook.live.com/",
                        "https://calendar.yahoo.com/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SESSION_RESCHEDULED |                      | You are still on the waiting list and do not have a place yet. If the new time does not suit you, you can change or cancel",
                "SESSION_RESCHEDULED | 2027-02-03T11:00:00Z | A place is still kept for you until Wednesday, 3 February 2027, 12:00 (Central European Time, Europe/Paris); you have it once you have accepted it.",
                "SESSION_RESCHEDULED | 2027-02-01T08:59:00Z | You are still on the waiting list and do not have a place yet.",
                "SESSION_CANCELLED   |                      | you are still on the waiting list for them and do not have a place yet",
                "SESSION_CANCELLED   | 2027-02-03T11:00:00Z | a place in them is still kept for you until Wednesday, 3 February 2027, 12:00",
            })
    void whoWaitsIsNotToldThatARegistrationRemainsValid(MailKind kind, @Nullable String answerBy, String state) {
        Letters letters = SAMPLE.standing(Standing.WAITLISTED, answerBy);

        assertThat(letters.mail(letters.letter(kind, List.of(), false)).text())
                .contains(state, MANAGE)
                .doesNotContain("remains valid", "/join/");
    }

    @ParameterizedTest
    @FieldSource("museum.atrium.notification.composing.WordingTest#LANGUAGES")
    void whoWaitsReadsItInEveryLanguage(String language) {
        for (String answerBy : Arrays.asList(null, "2027-02-03T11:00:00Z")) {
            Letters letters = SAMPLE.in(language).standing(Standing.WAITLISTED, answerBy);
            for (MailKind kind : List.of(MailKind.SESSION_RESCHEDULED, MailKind.SESSION_CANCELLED)) {
                assertThat(letters.mail(letters.letter(kind, List.of(), false)).text())
                        .doesNotContain(Wording.in(language).say(kind.key() + ".more"));
            }
        }
    }

    @Test
    void aCancelledSessionIsStruckAndCannotBeJoined() {
        Letters conference =
                SAMPLE.with(Letters.conference()[0]).about("CONFERENCE", Map.of("en", "What’s Next?"), "en");
        Mail mail = conference.mail(conference.letter(MailKind.SESSION_CANCELLED, conference.cancels(1), true));

        assertThat(mail.header("Subject")).isEqualTo("Session cancelled: What’s Next?: Session 1");
        assertThat(mail.text())
                .contains("“What’s Next?: Session 1” will not take place")
                .doesNotContain("/join/");
        assertThat(mail.html()).contains("<s>Tuesday, 23 March 2027");
    }

    @Test
    void asSoonAsThereAreSeveralSessionsEachIsCalledByItsOwnTitleAlsoThoseOfAWebinar() {
        Letters several = SAMPLE.outOf(2);
        String title = "Caring for collections: Session 1";

        assertThat(several.mail(MailKind.SESSION_CANCELLED).header("Subject")).isEqualTo("Session cancelled: " + title);
        assertThat(several.mail(MailKind.SESSION_CANCELLED).text()).contains("“" + title + "” will not take place");
        assertThat(several.mail(MailKind.SESSION_RESCHEDULED).header("Subject")).isEqualTo("New time: " + title);
        assertThat(several.mail(MailKind.REMINDER).header("Subject")).startsWith("Reminder: " + title + " (");
        Mail confirmation = several.mail(MailKind.CONFIRMATION);
        assertThat(confirmation.text()).containsSubsequence("\r\nSession 1\r\n", WHEN);
        assertThat(confirmation.html()).contains("text=Caring%20for%20collections%3A%20Session%201&amp;");
        assertThat(confirmation.calendars().getFirst().text()).contains("SUMMARY:" + title);
        assertThat(SAMPLE.mail(MailKind.CONFIRMATION).text()).doesNotContain("Session 1");
    }

    @Test
    void aCancelledActivityGivesItsReason() {
        Mail mail = SAMPLE.because("The speaker\nhas fallen <ill>.").mail(MailKind.ACTIVITY_CANCELLED);

        assertThat(mail.text()).contains("will not take place", "Reason: The speaker has fallen <ill>.");
        assertThat(mail.html()).contains("The speaker has fallen &lt;ill&gt;.");
    }

    @Test
    void afterTheEndWhoCameIsThankedAndAskedAndWhoDidNotIsMissed() {
        assertThat(SAMPLE.mail(SAMPLE.after(true, Letters.SURVEY)).text())
                .contains("Thank you for taking part in", "Tell the organiser", Letters.SURVEY.toString())
                .doesNotContain("change or cancel");
        assertThat(SAMPLE.mail(SAMPLE.after(true, null)).text())
                .contains("Thank you for taking part in")
                .doesNotContain("Tell the organiser", "would like to hear");
        assertThat(SAMPLE.mail(SAMPLE.after(false, Letters.SURVEY)).text())
                .contains("we did not see you there")
                .doesNotContain("Thank you", Letters.SURVEY.toString(), "organiser by");
    }

    @ParameterizedTest
    @FieldSource("museum.atrium.notification.composing.WordingTest#LANGUAGES")
    void whoIsMissedIsAskedToTellTheOrganiserOnlyWhereAnAnswerReachesThem(String language) {
        Letters letters = SAMPLE.in(language);
        String told = Wording.in(language).say("follow-up-missed.more");

        assertThat(letters.mail(letters.after(false, null)).text()).doesNotContain(told);
        Letters ofNetwork = letters.of(Letters.museums());
        Mail mail = ofNetwork.mail(ofNetwork.after(false, null));
        assertThat(mail.text()).contains(told);
        assertThat(mail.header("Reply-To")).contains("<office@museums.example.org>");
    }

    @Test
    void aRecordingComesWithItsOwnLinkOrTheActivitys() {
        assertThat(SAMPLE.mail(MailKind.RECORDING_AVAILABLE).text())
                .contains("You can now watch", Letters.recording().watch().toString());

        URI watch = URI.create("http://localhost:8080/watch/caring-for-collections?t=abc");
        assertThat(SAMPLE.mail(SAMPLE.watchedAt(watch)).text()).contains(watch.toString());
    }

    @Test
    void aRecordingThatIsTakenAwaySaysWhen() {
        Mail mail = SAMPLE.mail(
                SAMPLE.with(MailKind.RECORDING_AVAILABLE, Letters.recording(Instant.parse("2027-04-01T22:00:00Z"))));

        assertThat(mail.text()).contains("You can watch it until").contains("April 2027");
        assertThat(mail.html()).contains("You can watch it until");
    }

    @Test
    void whatIsOverIsNotOfferedToBeJoined() {
        Mail mail = SAMPLE.writtenAt("2027-03-02T09:00:00Z").mail(MailKind.CHANGED);

        assertThat(mail.text())
                .contains("This session has already taken place.")
                .doesNotContain("/join/");
    }

    @Test
    void anActivityWithoutDatesSaysSo() {
        Mail mail = SAMPLE.with().mail(MailKind.CONFIRMATION);

        assertThat(mail.structure()).isEqualTo("alternative(plain, html)");
        assertThat(mail.text()).contains("The dates have not been announced yet.");
    }

    @Test
    void titlesFallBackFromTheReadersLanguageToTheActivitysAndAreMarkedAsWhatTheyAre() {
        Letters portuguese = SAMPLE.in("de").about("TRAINING", Map.of("pt", "Cuidar", "fr", "Soigner"), "pt");

        assertThat(portuguese.mail(MailKind.WAITLISTED).html()).contains("<h2 lang=\"pt\"");
        assertThat(portuguese.in("fr-CA").mail(MailKind.WAITLISTED).header("Subject"))
                .endsWith("Soigner");
        assertThat(portuguese.in("ar").mail(MailKind.WAITLISTED).header("Subject"))
                .isEqualTo("Lista de espera: Cuidar");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de-CH | sl | de | Montag, 1. März 2027",
                "ja    | sl | sl | ponedeljek, 1. marec 2027",
                "ja    | ko | en | Monday, 1 March 2027"
            })
    void aReaderOfAnotherLanguageGetsTheWholeMailInTheActivitysOrInEnglish(
            String reader, String activity, String language, String day) {
        Mail mail = SAMPLE.in(reader)
                .about("WEBINAR", Map.of(activity, "Cuidar"), activity)
                .mail(MailKind.CONFIRMATION);

        assertThat(mail.header("Content-Language")).isEqualTo(language);
        assertThat(mail.html())
                .contains(
                        "<html lang=\"" + language + "\"", Wording.in(language).say("confirmation.heading"));
        assertThat(mail.text())
                .contains(
                        day,
                        Wording.in(language).say("join.label"),
                        Wording.in(language).say("footer.personal"));
    }

    @Test
    void aProgrammeOfManySessionsStaysWithinWhatGmailShows() {
        SessionInfo[] many = new SessionInfo[30];
        for (int i = 0; i < many.length; i++) {
            many[i] = Letters.session(i + 1, "2027-03-01T14:00:00Z", "2027-03-01T15:30:00Z", "Asia/Kathmandu");
        }
        Mail mail =
                SAMPLE.with(many).about("COURSE", Map.of("en", "Course"), "en").mail(MailKind.CONFIRMATION);

        assertThat(mail.piece("text/html").content()).hasSizeLessThan(102_000);
        assertThat(mail.calendars()).hasSize(31);
    }
}
