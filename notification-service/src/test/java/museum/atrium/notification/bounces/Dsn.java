package museum.atrium.notification.bounces;

import java.util.Locale;

/**
 * What mail servers write of a mail that they could not deliver, each in its own way.
 *
 * @param to the sender of the mail's envelope
 * @param of the recipient's address
 * @param messageId of the mail, with its brackets
 */
record Dsn(String subject, String to, String of, String messageId) {

    enum Shape {
        POSTFIX,
        EXIM,
        EXCHANGE,
        GMAIL
    }

    static final String NO_SUCH_USER = "550 5.1.1 <%s>: Recipient address rejected: User unknown";

    String hard(Shape shape) {
        return switch (shape) {
            case POSTFIX -> postfix("failed", "5.1.1", NO_SUCH_USER.formatted(of));
            case EXIM -> exim();
            case EXCHANGE -> exchange();
            case GMAIL -> gmail();
        };
    }

    String postfix(String action, String status, String diagnostic) {
        return report("""
                Return-Path: <>
                Delivered-To: %2$s
                Received: by mx.example.org (Postfix) id 4X1; Mon, 1 Mar 2027 10:00:00 +0000 (UTC)
                From: MAILER-DAEMON@mx.example.org (Mail Delivery System)
                To: %2$s
                Subject: %1$s
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status;
                 boundary="%3$s"

                This is a MIME-encapsulated message.

                --%3$s
                Content-Description: Notification
                Content-Type: text/plain; charset=us-ascii

                I'm sorry to have to inform you that your message could not
                be delivered to one or more recipients.

                --%3$s
                Content-Description: Delivery report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.org
                X-Postfix-Queue-ID: 4X1
                X-Postfix-Sender: rfc822; %2$s
                Arrival-Date: Mon,  1 Mar 2027 09:59:58 +0000 (UTC)

                Final-Recipient: rfc822; %4$s
                Original-Recipient: rfc822;%4$s
                Action: %6$s
                Status: %7$s
                Remote-MTA: dns; mail.example.org
                Diagnostic-Code: smtp; %8$s

                --%3$s
                Content-Description: Undelivered Message
                Content-Type: message/rfc822

                Return-Path: <%2$s>
                From: "Atrium" <atrium@mail.example.org>
                To: "Ana" <%4$s>
                Subject: Your place
                Message-ID: %5$s

                Dear Ana,
                --%3$s--
                """, action, status, diagnostic);
    }

    /** Exim says 5.0.0 whatever it was, and names the folder of nobody in the last part. */
    private String exim() {
        return report("""
                Return-path: <>
                Envelope-to: %2$s
                X-Failed-Recipients: %4$s
                Auto-Submitted: auto-replied
                From: Mail Delivery System <Mailer-Daemon@mx.example.org>
                To: %2$s
                References: %5$s
                Content-Type: multipart/report; report-type=delivery-status; boundary=%3$s
                MIME-Version: 1.0
                Subject: %1$s

                --%3$s
                Content-type: text/plain; charset=us-ascii

                A message that you sent could not be delivered to all of its recipients.

                --%3$s
                Content-type: message/delivery-status

                Reporting-MTA: dns; mx.example.org

                Action: failed
                Final-Recipient: rfc822;%4$s
                Status: 5.0.0
                Remote-MTA: dns; mail.example.org
                Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.
                 550 5.1.1 <%4$s>

                --%3$s
                Content-type: text/rfc822-headers

                Return-path: <%2$s>
                Message-ID: %5$s
                To: %4$s

                --%3$s--
                """);
    }

    private String exchange() {
        return report("""
                From: <postmaster@tenant.example.org>
                To: <%2$s>
                Date: Mon, 1 Mar 2027 10:00:00 +0000
                Content-Type: multipart/report; report-type=delivery-status;
                \tboundary="%3$s"
                Content-Language: en-US
                Message-ID: <d1@tenant.example.org>
                In-Reply-To: %5$s
                Subject: %1$s
                MIME-Version: 1.0

                --%3$s
                Content-Type: multipart/alternative; differences=Content-Type;
                \tboundary="inner-%3$s"

                --inner-%3$s
                Content-Type: text/plain; charset="us-ascii"
                Content-Transfer-Encoding: quoted-printable

                Your message couldn't be delivered.
                --inner-%3$s
                Content-Type: text/html; charset="us-ascii"

                <p>Your message couldn't be delivered.</p>
                --inner-%3$s--

                --%3$s
                Content-Type: message/delivery-status

                Reporting-MTA: dns;AM0PR01.tenant.example.org
                Received-From-MTA: dns;mx.example.org
                Arrival-Date: Mon, 1 Mar 2027 09:59:59 +0000

                Final-Recipient: rfc822;%4$s
                Action: failed
                Status: 5.1.10
                Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient %4$s not found by SMTP address lookup

                --%3$s
                Content-Type: message/rfc822

                Message-ID: %5$s
                To: <%4$s>
                Content-Type: text/plain

                --%3$s--
                """);
    }

    private String gmail() {
        return report("""
                Delivered-To: %2$s
                Return-Path: <>
                Content-Type: multipart/report; boundary="%3$s"; report-type=delivery-status
                To: %2$s
                Auto-Submitted: auto-replied
                Subject: %1$s
                References: %5$s
                In-Reply-To: %5$s
                X-Failed-Recipients: %4$s
                From: Mail Delivery Subsystem <mailer-daemon@googlemail.example.org>
                MIME-Version: 1.0

                --%3$s
                Content-Type: multipart/related; boundary="related-%3$s"

                --related-%3$s
                Content-Type: text/html; charset="UTF-8"
                Content-Transfer-Encoding: base64

                PHA+QWRkcmVzcyBub3QgZm91bmQ8L3A+
                --related-%3$s--
                --%3$s
                Content-Type: message/delivery-status

                Reporting-MTA: dns; googlemail.example.org
                Arrival-Date: Mon, 01 Mar 2027 01:59:59 -0800 (PST)
                X-Original-Message-ID: %5$s

                Final-Recipient: rfc822; %4$s
                Action: failed
                Status: 5.1.1
                Remote-MTA: dns; mail.example.org. (192.0.2.1, the server for the domain.)
                Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.
                Last-Attempt-Date: Mon, 01 Mar 2027 02:00:00 -0800 (PST)

                --%3$s
                Content-Type: message/rfc822

                Return-Path: <%2$s>
                To: %4$s
                Message-ID: %5$s

                ----- Message truncated -----
                --%3$s--
                """);
    }

    private String report(String shape, Object... more) {
        Object[] values = new Object[5 + more.length];
        values[0] = subject;
        values[1] = to;
        values[2] = "b_" + Integer.toHexString(subject.hashCode());
        values[3] = of;
        values[4] = messageId;
        System.arraycopy(more, 0, values, 5, more.length);
        return String.format(Locale.ROOT, shape, values).replace("\n", "\r\n");
    }
}
