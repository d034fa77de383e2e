package museum.atrium.inbox.web;

import java.util.Base64;
import museum.atrium.inbox.reading.Attachment;
import museum.atrium.inbox.reading.OpenedMessage;

/** A mail's HTML with the images that it carries put in place and its links opening beside the inbox. */
final class MailHtml {

    private static final String LINKS_OPEN_BESIDE = "<base target=\"_blank\">";

    private MailHtml() {}

    static String of(OpenedMessage message) {
        String html = message.html();
        if (html == null) {
            throw Refused.notFound("Mail " + message.id() + " has no HTML");
        }
        for (Attachment attachment : message.attachments()) {
            if (attachment.contentId().isPresent() && attachment.contentType().startsWith("image/")) {
                html = html.replace("cid:" + attachment.contentId().get(), data(attachment));
            }
        }
        // Behind the doctype, which has to stay first: browsers else lay the mail out as in 1998.
        int doctype = html.regionMatches(true, 0, "<!doctype", 0, 9) ? html.indexOf('>') + 1 : 0;
        return html.substring(0, doctype) + LINKS_OPEN_BESIDE + html.substring(doctype);
    }

    private static String data(Attachment image) {
        return "data:" + image.contentType().replaceAll("[^a-z0-9/+.-]", "") + ";base64,"
                + Base64.getEncoder().encodeToString(image.content());
    }
}
