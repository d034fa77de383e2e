package museum.atrium.notification.delivery;

import museum.atrium.notification.composing.Letter;

/** A delivery that is true at this moment, with what it says. */
record Ready(Delivery delivery, Letter letter) {}
