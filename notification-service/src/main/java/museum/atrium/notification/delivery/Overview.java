package museum.atrium.notification.delivery;

/** The registration's revision that a mail last told in full, and the delivery that told it. */
record Overview(long revision, long by) {}
