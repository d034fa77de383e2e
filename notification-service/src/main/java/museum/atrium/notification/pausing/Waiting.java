package museum.atrium.notification.pausing;

/** How many mails wait, by lane, also those that are held back and those for another attempt. */
record Waiting(long transactional, long timeCritical, long bulk) {}
