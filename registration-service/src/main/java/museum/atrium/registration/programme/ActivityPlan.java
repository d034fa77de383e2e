package museum.atrium.registration.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An activity as an organiser wants it, checked and with its defaults. */
record ActivityPlan(
        String slug,
        ActivityKind kind,
        String language,
        @Nullable Series series,
        @Nullable RunningNetwork network,
        LocalizedText title,
        LocalizedText summary,
        @Nullable Integer capacity,
        SignUpTerms signUp,
        List<ReminderDistance> reminders,
        MailTerms mails,
        List<SessionPlan> sessions,
        List<Speaker> speakers,
        List<Organization> organizations,
        Presentation presentation,
        SignUpForm form,
        @Nullable CertificateTerms certificates,
        @Nullable Retention retention) {}
