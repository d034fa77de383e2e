package museum.atrium.registration.programme;

import museum.atrium.registration.checking.Findings;

/** A series as an organiser wants it, checked and with its defaults. */
record SeriesPlan(String slug, LocalizedText title, LocalizedText summary, String language) {

    /** @throws museum.atrium.http.Refusal naming every field that is wrong */
    static SeriesPlan of(SeriesDraft draft) {
        Findings findings = new Findings();
        LocalizedText title = Texts.required(findings, "title", draft.title(), "Museums and social responsibility");
        SeriesPlan plan = new SeriesPlan(
                ActivityRules.slug(findings, draft.slug(), title),
                title,
                Texts.of(findings, "summary", draft.summary(), Texts.LONGEST_PARAGRAPHS),
                ActivityRules.language(findings, draft.language(), title));
        findings.refuseIfAny();
        return plan;
    }
}
