package museum.atrium.notification.pausing;

/** Something was paused, resumed or cancelled by this instance. */
record Changed() {}
