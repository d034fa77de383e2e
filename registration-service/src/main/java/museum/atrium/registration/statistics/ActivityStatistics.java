package museum.atrium.registration.statistics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import museum.atrium.registration.programme.LocalizedText;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.statistics.SignUps.Statuses;
import org.jspecify.annotations.Nullable;

/**
 * One activity in numbers.
 *
 * @param timeZone whose days they are
 * @param registrations by their status
 * @param sessions those that take place, earliest first
 */
public record ActivityStatistics(
        String activity,
        String timeZone,
        Instant asOf,
        Statuses registrations,
        List<Day> days,
        List<CountryCount> countries,
        List<LanguageCount> languages,
        Attendance attendance,
        List<SessionStatistics> sessions,
        FormStatistics form) {

    /**
     * @param registered who signed up on that day, and has not signed up again since
     * @param registeredInTotal on that day and all before
     * @param cancelledSince those of {@code registered} that are cancelled by now
     */
    public record Day(LocalDate day, int registered, int registeredInTotal, int cancelledSince) {}

    /** @param country null: not known */
    public record CountryCount(@Nullable String country, int registrations) {}

    public record LanguageCount(String language, int registrations) {}

    /**
     * @param chosen who has a place
     * @param attended those of them who came
     * @param absent those who did not; null as long as that is open
     * @param shareAttended null as long as that is open, or where nobody has a place
     */
    public record Attendance(
            int chosen,
            int attended,
            @Nullable Integer absent,
            @Nullable Double shareAttended) {

        private static final double TEN_THOUSANDTHS = 10_000;

        static Attendance of(int chosen, int attended, boolean settled) {
            return new Attendance(
                    chosen,
                    attended,
                    settled ? chosen - attended : null,
                    settled && chosen > 0 ? Math.round(TEN_THOUSANDTHS * attended / chosen) / TEN_THOUSANDTHS : null);
        }
    }

    /**
     * @param waiting who is in line and would come to it
     * @param averageMinutes of those whose minutes are known; null: of nobody
     */
    public record SessionStatistics(
            SessionId id,
            LocalizedText title,
            Instant startsAt,
            Attendance attendance,
            @Nullable Instant settledAt,
            int waiting,
            int minutesKnown,
            @Nullable BigDecimal averageMinutes) {}
}
