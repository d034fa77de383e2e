package museum.atrium.registration.programme;

import static java.util.Objects.requireNonNullElse;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.programme.ActivityDraft.CertificatesDraft;
import museum.atrium.registration.programme.ActivityDraft.OrganizationDraft;
import museum.atrium.registration.programme.ActivityDraft.SpeakerDraft;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks a draft as a whole and gives it its defaults. */
@Component
public class ActivityRules {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_SESSIONS = 500;
    private static final int MOST_PEOPLE = 1000;
    private static final int MOST_REMINDERS = 20;
    static final int LONGEST_SLUG = 100;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final SeriesList series;
    private final RunningNetworks networks;
    private final SessionRules sessionRules;

    ActivityRules(SeriesList series, RunningNetworks networks, SessionRules sessionRules) {
        this.series = series;
        this.networks = networks;
        this.sessionRules = sessionRules;
    }

    /** One that names no network is held in the name of its series' network. */
    ActivityPlan checkNew(ActivityDraft draft) {
        String series = draft.series();
        return draft.network() == null && series != null
                ? check(draft, this.series.find(series).map(Activity::network).orElse(null))
                : check(draft);
    }

    /** @throws museum.atrium.http.Refusal naming every field that is wrong */
    ActivityPlan check(ActivityDraft draft) {
        return check(draft, null);
    }

    private ActivityPlan check(ActivityDraft draft, @Nullable RunningNetwork inherited) {
        Findings findings = new Findings();
        RunningNetwork network = inherited == null ? networks.named(findings, "network", draft.network()) : inherited;
        LocalizedText title = Texts.required(findings, "title", draft.title(), "Caring for collections");
        ActivityPlan plan = new ActivityPlan(
                slug(findings, draft.slug(), title),
                kind(findings, draft.kind()),
                language(findings, draft.language(), title),
                series(findings, draft.series()),
                network,
                title,
                Texts.of(findings, "summary", draft.summary(), Texts.LONGEST_PARAGRAPHS),
                findings.capacity("capacity", draft.capacity()),
                SignUpTermsRules.check(findings, draft),
                reminders(findings, draft.reminders()),
                MailTerms.check(findings, draft.mails()),
                Each.of(
                        findings,
                        "sessions",
                        draft.sessions(),
                        MOST_SESSIONS,
                        (field, session) -> sessionRules.check(findings, field + ".", session)),
                Each.of(
                        findings,
                        "speakers",
                        draft.speakers(),
                        MOST_PEOPLE,
                        (field, speaker) -> speaker(findings, field, speaker)),
                Each.of(
                        findings,
                        "organizations",
                        draft.organizations(),
                        MOST_PEOPLE,
                        (field, organization) -> organization(findings, field, organization)),
                PresentationRules.check(findings, draft),
                FormRules.check(findings, draft).toldBy(network),
                certificates(findings, draft.certificates()),
                Retention.check(findings, draft.retention()));
        findings.refuseIfAny();
        return plan;
    }

    /** Without one the first of the title, English before others. */
    public static String language(Findings findings, @Nullable String written, LocalizedText title) {
        if (written != null) {
            return findings.language("language", written);
        }
        return title.byLanguage().containsKey("en") || title.isEmpty()
                ? "en"
                : title.byLanguage().keySet().iterator().next();
    }

    public static String slug(Findings findings, @Nullable String written, LocalizedText title) {
        if (written == null) {
            String made = slugOf(title.in(List.of(), "en"));
            if (made.isEmpty() && !title.isEmpty()) {
                findings.add("slug", "is required where there are no Latin letters to make it of");
            }
            refuseTaken(findings, made);
            return made;
        }
        refuseTaken(findings, written);
        if (written.length() > LONGEST_SLUG || !SLUG.matcher(written).matches()) {
            findings.add(
                    "slug", "may have lower-case letters, digits and single hyphens, " + LONGEST_SLUG + " at most");
        }
        return written;
    }

    /** Its page could not be reached: something else is at that address. */
    private static void refuseTaken(Findings findings, String slug) {
        if (slug.equals("widget")) {
            findings.add("slug", "must be another one than 'widget', which is an address of the programme itself");
        }
    }

    private static String slugOf(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST_SLUG));
        return cut.replaceAll("^-+|-+$", "");
    }

    private static ActivityKind kind(Findings findings, @Nullable ActivityKind kind) {
        if (kind == null) {
            findings.add("kind", "is required: WEBINAR, TRAINING, CONFERENCE or COURSE");
            return ActivityKind.WEBINAR;
        }
        if (kind == ActivityKind.SERIES) {
            findings.add("kind", "must be WEBINAR, TRAINING, CONFERENCE or COURSE; series have calls of their own");
        }
        return kind;
    }

    private @Nullable Series series(Findings findings, @Nullable String slug) {
        if (slug == null) {
            return null;
        }
        Series found = series.find(slug).map(Series::of).orElse(null);
        if (found == null) {
            findings.add("series", "is not the slug of a series");
        }
        return found;
    }

    private static List<ReminderDistance> reminders(Findings findings, @Nullable List<@Nullable String> distances) {
        if (distances == null) {
            return ReminderDistance.DEFAULTS;
        }
        List<ReminderDistance> checked = Each.of(findings, "reminders", distances, MOST_REMINDERS, (field, text) -> {
            ReminderDistance distance = new ReminderDistance(text);
            if (!distance.isValid()) {
                findings.add(field, "is not a time before the start; write an ISO 8601 duration like 'P1D' or 'PT10M'");
            }
            return distance;
        });
        return checked.stream().distinct().toList();
    }

    private static @Nullable CertificateTerms certificates(Findings findings, @Nullable CertificatesDraft draft) {
        if (draft == null) {
            return null;
        }
        Integer percent = draft.minimumPercent();
        if (percent == null || percent < 1 || percent > 100) {
            findings.add("certificates.minimumPercent", "must be a number from 1 to 100");
            return null;
        }
        return new CertificateTerms(percent);
    }

    private static Speaker speaker(Findings findings, String field, SpeakerDraft speaker) {
        return new Speaker(
                findings.line(field + ".name", speaker.name(), LONGEST_NAME),
                findings.optionalLine(field + ".affiliation", speaker.affiliation(), LONGEST_NAME),
                findings.country(field + ".country", speaker.country()));
    }

    private static Organization organization(Findings findings, String field, OrganizationDraft organization) {
        OrganizationRole role = organization.role();
        if (role == null) {
            findings.add(field + ".role", "is required: ORGANIZER, HOST, PARTNER or SUPPORTER");
        }
        return new Organization(
                findings.line(field + ".name", organization.name(), LONGEST_NAME),
                requireNonNullElse(role, OrganizationRole.PARTNER),
                findings.webAddress(field + ".website", organization.website()),
                PresentationRules.picture(findings, field + ".logo", organization.logo()));
    }
}
